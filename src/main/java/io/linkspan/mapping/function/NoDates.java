package io.linkspan.mapping.function;

import java.util.List;
import java.util.Set;

/** What stands where a date belongs and means that there is none: blanks, zeros, the end of all days when asked. */
final class NoDates {
    private final Set<String> nothing;
    private final boolean openEndIsNothing;

    private NoDates(Set<String> nothing, boolean openEndIsNothing) {
        this.nothing = nothing;
        this.openEndIsNothing = openEndIsNothing;
    }

    /** What becomes of a day in the year 9999. */
    enum OpenEnd {
        KEEP,
        NOTHING
    }

    /** Reads the keys {@code nothing} and {@code openEnd}. */
    static NoDates of(Argument argument) {
        List<String> nothing = argument.texts("nothing");
        for (String day : nothing) {
            if (IsoTexts.READER.day(day) == null) {
                argument.refuse(argument.place("nothing"), "expects days as 1900-01-01 in 'nothing'", "");
            }
        }
        return new NoDates(
                Set.copyOf(nothing), argument.choice("openEnd", OpenEnd.class, OpenEnd.KEEP) == OpenEnd.NOTHING);
    }

    /** Whether the text is blank or has no digit but zeros: 00000000, 0000-00-00, 00.00.0000. */
    static boolean isEmpty(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '0' && Character.isLetterOrDigit(c)) {
                return isZeroMoment(text);
            }
        }
        return true;
    }

    private static boolean isZeroMoment(String text) {
        return text.startsWith("0000-00-00T00:00:00");
    }

    /** Whether any day means a day. */
    boolean isOpen() {
        return nothing.isEmpty() && !openEndIsNothing;
    }

    /** Whether a day, in ISO 8601, means that there is none. */
    boolean covers(String day) {
        return (openEndIsNothing && day.startsWith("9999")) || (!nothing.isEmpty() && nothing.contains(day));
    }
}
