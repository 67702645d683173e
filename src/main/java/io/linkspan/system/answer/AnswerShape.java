package io.linkspan.system.answer;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to take out of a document.
 *
 * @param records where the records stand
 * @param expected the element a good document must have, or null; whether it was there is reported, not judged
 * @param values paths of single values to report, each by the first place that matches; several elements on the way are
 *     all looked at
 * @param leaveOut paths within a record, from below its own element, that are dropped from it
 * @param limits how much is read
 * @param beside what records need from beside them
 */
public record AnswerShape(
        @Nullable String records,
        @Nullable String expected,
        Collection<String> values,
        Collection<String> leaveOut,
        Limits limits,
        Beside beside) {

    /** Keeps the paths safe from changes. */
    public AnswerShape {
        values = List.copyOf(values);
        leaveOut = List.copyOf(leaveOut);
    }

    /** What to take out of a document whose records have everything in them. */
    public AnswerShape(
            @Nullable String records,
            @Nullable String expected,
            Collection<String> values,
            Collection<String> leaveOut,
            Limits limits) {
        this(records, expected, values, leaveOut, limits, Beside.NOTHING);
    }

    /** Records that have everything in them and nothing else, within the usual limits. */
    public static AnswerShape ofRecords(String records) {
        return ofRecords(records, Beside.NOTHING);
    }

    /** Records with what they need from beside them and nothing else, within the usual limits. */
    public static AnswerShape ofRecords(String records, Beside beside) {
        return new AnswerShape(records, null, List.of(), List.of(), Limits.DEFAULT, beside);
    }

    /** Values and nothing else, within the usual limits. */
    public static AnswerShape ofValues(Collection<String> values) {
        return new AnswerShape(null, null, values, List.of(), Limits.DEFAULT);
    }

    /**
     * How much of a document is taken in; more is an error, so that no answer can fill the memory.
     *
     * @param depth elements or objects within each other, at least 1
     * @param recordBytes the size of one record in UTF-8, at least 1
     * @param heldBytes what may be kept until the end of a document whose records need something from beside them
     */
    public record Limits(int depth, int recordBytes, long heldBytes) {
        /** 200 levels, 16 MiB a record, 64 MiB held. */
        public static final Limits DEFAULT = new Limits(200, 16 << 20, 64L << 20);

        /** Refuses limits that nothing could meet. */
        public Limits {
            if (depth < 1 || recordBytes < 1 || heldBytes < 1) {
                throw new IllegalArgumentException("limits must be at least 1");
            }
        }
    }
}
