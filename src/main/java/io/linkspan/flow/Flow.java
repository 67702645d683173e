package io.linkspan.flow;

import io.linkspan.mapping.Mapping;
import io.linkspan.system.Pull;
import io.linkspan.system.Push;
import io.linkspan.system.Removal;
import io.linkspan.system.TargetList;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record moving one way between two systems, checked and ready to run. Never changes: a saved file makes a
 * new flow, and what is under way ends on the one it began with.
 *
 * @param name unique among the flows in force: small letters, digits and dashes, at most 60
 * @param description for people; may be empty
 * @param file the file it was read from, as the person named it
 * @param hash 16 hex digits that stand for this version: the file and every file it reads
 * @param from where records come from
 * @param to where they go
 * @param partitions work queues its records are spread over, 1 to 64
 * @param retry when a record that could not be delivered is given up
 * @param mapping what becomes of a record in between
 */
public record Flow(
        String name,
        String description,
        String file,
        String hash,
        From from,
        To to,
        int partitions,
        Retry retry,
        Mapping mapping) {

    /**
     * Where records come from.
     *
     * @param system the source system's name in the configuration
     * @param pull what it is asked
     * @param since which records are asked for, or null for all of them each time
     * @param every the pause between two pulls, a second at least
     * @param facts reads a record's key, version and time of change
     * @param upkeep how deletions and records that never came are noticed
     */
    public record From(
            String system, Pull pull, @Nullable Since since, Duration every, RecordFacts facts, Upkeep upkeep) {
        /** Whether a record says itself that it is deleted. */
        public boolean isGone(RecordFacts.Facts said) {
            return said.deleted() != null
                    && upkeep.marks().contains(said.deleted().strip());
        }
    }

    /**
     * Where records go.
     *
     * @param system the target system's name in the configuration
     * @param push what it is asked
     * @param linger how long to wait for a batch to fill
     * @param atOnce most records handled together: the batch endpoint's size, or 20 where there is none
     * @param delete what becomes of a record that is gone at the source, or null
     * @param list how the target lists what it holds, or null
     */
    public record To(
            String system,
            Push push,
            Duration linger,
            int atOnce,
            @Nullable Removal delete,
            @Nullable TargetList list) {}

    /**
     * When a record is given up: whichever comes first.
     *
     * @param attempts tries in all, 1 at least
     * @param maxAge counted from the first try
     * @param first how long the second try waits at least; each further one waits twice as long, give or take a fifth
     * @param longest no try waits longer, unless the target asks for it
     */
    public record Retry(int attempts, Duration maxAge, Duration first, Duration longest) {}
}
