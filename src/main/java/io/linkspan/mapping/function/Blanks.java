package io.linkspan.mapping.function;

/** Blanks as people see them: Unicode's white space and the no-break blanks Java does not count as such. */
final class Blanks {
    private Blanks() {}

    static boolean isBlank(int c) {
        if (c <= ' ') {
            return true;
        }
        return c >= 0x85 && (c == 0x85 || c == 0xFEFF || Character.isSpaceChar(c));
    }

    static boolean allBlank(String text) {
        return skip(text, 0) == text.length();
    }

    /** The text without blanks at its ends; the same text where there are none. */
    static String trim(String text) {
        int start = skip(text, 0);
        int end = skipBack(text, start);
        return start == 0 && end == text.length() ? text : text.substring(start, end);
    }

    static String trimLeft(String text) {
        int start = skip(text, 0);
        return start == 0 ? text : text.substring(start);
    }

    static String trimRight(String text) {
        int end = skipBack(text, 0);
        return end == text.length() ? text : text.substring(0, end);
    }

    /** Runs of blanks as one space and none at the ends; line breaks are blanks too, or are kept. */
    static String fold(String text, boolean keepingLines) {
        if (isFolded(text)) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length());
        char pending = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                pending = keepingLines && (isLineBreak(c) || pending == '\n') ? '\n' : ' ';
            } else {
                if (pending != 0 && !folded.isEmpty()) {
                    folded.append(pending);
                }
                pending = 0;
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static boolean isFolded(String text) {
        boolean before = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                if (before || c != ' ') {
                    return false;
                }
                before = true;
            } else {
                before = false;
            }
        }
        return text.isEmpty() || !before;
    }

    static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** The first position from the given one where something stands. */
    static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The position behind the last thing that stands, not before the given one. */
    static int skipBack(String text, int from) {
        int end = text.length();
        while (end > from && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
