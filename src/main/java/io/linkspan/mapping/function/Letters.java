package io.linkspan.mapping.function;

import org.jspecify.annotations.Nullable;

/** The letters of a date pattern. */
final class Letters {
    /** Letters that belong to a word, a format's name perhaps, rather than to a pattern. */
    private static final String NEVER_MEANT = "bcfgijlopqrtvIJNOPRTU";

    private Letters() {}

    /** Whether one of the letters stands in the pattern outside quotes. */
    static boolean has(String pattern, String letters) {
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            quoted ^= pattern.charAt(i) == '\'';
            if (!quoted && letters.indexOf(pattern.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static boolean isTwoDigitYear(String pattern, int at) {
        char c = pattern.charAt(at);
        return (c == 'y' || c == 'u') && run(pattern, at) == 2 && (at == 0 || pattern.charAt(at - 1) != c);
    }

    private static int run(String pattern, int at) {
        int end = at;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(at)) {
            end++;
        }
        return end - at;
    }

    /** With the year that needs no era, so that days are checked strictly. */
    static String strict(String pattern) {
        StringBuilder strict = new StringBuilder(pattern.length());
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            strict.append(!quoted && c == 'y' ? 'u' : c);
        }
        return strict.toString();
    }

    /** What a person probably meant who mixed up upper and lower case; null where nothing looks mixed up. */
    static @Nullable String meant(String pattern) {
        if (has(pattern, NEVER_MEANT)) {
            return null;
        }
        boolean clock = has(pattern, "Hh");
        boolean week = has(pattern, "weE");
        StringBuilder meant = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            meant.append(quoted ? c : meant(pattern, c, clock, week));
        }
        return meant.toString().equals(pattern) ? null : meant.toString();
    }

    private static char meant(String pattern, char c, boolean clock, boolean week) {
        return switch (c) {
            case 'Y' -> week ? c : 'y';
            case 'D' -> has(pattern, "Mm") ? 'd' : c;
            case 'm' -> clock || has(pattern, "M") ? c : 'M';
            case 'h' -> has(pattern, "aB") ? c : 'H';
            default -> c;
        };
    }
}
