package io.linkspan.mapping.function;

import org.jspecify.annotations.Nullable;

/** One way to write days and times. */
@FunctionalInterface
interface MomentReader {
    /** What the text says, or null where it is not written this way. */
    @Nullable
    Moment read(String text);

    /** The day alone, in ISO 8601. */
    default @Nullable String day(String text) {
        Moment moment = read(text);
        return moment == null ? null : IsoTexts.day(moment.date());
    }

    /** Makes a slice the day in ISO 8601; false, and the slice as it was, where {@link #day(String)} has to be asked. */
    default boolean day(Slice slice) {
        return false;
    }
}
