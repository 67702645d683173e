package io.linkspan.flow;

import io.linkspan.system.Pull;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a flow notices what its pull does not show: records that are gone, and records that never came.
 *
 * @param get asks for one record by its key ({@code ${key}}), or null
 * @param keys the full list of keys, or null
 * @param marks the values of the record's own field that mean deleted; empty where the flow names none
 * @param deletions a list of deletions, or null
 * @param absence when what is missing in the full list is gone, or null for never
 */
public record Upkeep(
        @Nullable Pull get,
        @Nullable Listed keys,
        Set<String> marks,
        @Nullable Listed deletions,
        @Nullable Absence absence) {
    /** Nothing but the pull. */
    public static final Upkeep NONE = new Upkeep(null, null, Set.of(), null, null);

    /** Keeps the values safe from changes. */
    public Upkeep {
        marks = Set.copyOf(marks);
    }

    /**
     * A list of keys.
     *
     * @param pull what is asked
     * @param since which entries are asked for, or null for all of them
     * @param facts reads an entry's key, version and time
     */
    public record Listed(Pull pull, @Nullable Since since, RecordFacts facts) {}

    /**
     * How many records one reconciliation may take for deleted.
     *
     * @param most so many
     * @param share so many of a hundred that were delivered
     */
    public record Absence(int most, int share) {}
}
