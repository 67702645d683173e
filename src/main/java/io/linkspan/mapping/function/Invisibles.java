package io.linkspan.mapping.function;

/** Characters nobody sees. */
final class Invisibles {
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    private Invisibles() {}

    /** The text without them; the same text where there are none. */
    static String without(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\n' && c != '\t' : c >= 0x7F) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder(text.length());
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int after = i < text.length() ? text.codePointAt(i) : 0;
            if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
                if (c != '\r' || after != '\n') {
                    cleaned.append('\n');
                }
            } else if (isSeen(c) || (isJoiner(c) && joins(c, before, after))) {
                cleaned.appendCodePoint(c);
                before = c == 0xFE0F || isSkinTone(c) ? before : c;
            }
        }
        return cleaned.toString();
    }

    private static boolean isSeen(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE -> false;
            case Character.FORMAT -> isTag(c);
            case Character.UNASSIGNED -> (c & 0xFFFE) != 0xFFFE;
            default -> true;
        };
    }

    /** The letters inside the flags of England, Scotland and Wales. */
    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    private static boolean isJoiner(int c) {
        return c == JOINER || c == NON_JOINER;
    }

    private static boolean isSkinTone(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    /** Whether a joiner between two characters changes how they look. */
    private static boolean joins(int joiner, int before, int after) {
        if (joiner == JOINER && Character.isExtendedPictographic(before)) {
            return Character.isExtendedPictographic(after);
        }
        if (!Character.isLetter(before) && Character.getType(before) != Character.NON_SPACING_MARK) {
            return false;
        }
        return switch (Character.UnicodeScript.of(before)) {
            case LATIN, GREEK, CYRILLIC, COMMON, INHERITED -> false;
            default -> true;
        };
    }
}
