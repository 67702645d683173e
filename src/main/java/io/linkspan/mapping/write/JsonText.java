package io.linkspan.mapping.write;

/** Texts as JSON strings (RFC 8259, section 7); half a surrogate pair becomes U+FFFD. */
final class JsonText {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final int REPLACEMENT = 0xFFFD;
    private static final byte[] ESCAPES = escapes();

    private JsonText() {}

    /** For each ASCII character: 0 for itself, -1 for a code, else what stands behind the backslash. */
    private static byte[] escapes() {
        byte[] escapes = new byte[128];
        for (int i = 0; i < 0x20; i++) {
            escapes[i] = -1;
        }
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        escapes['\t'] = 't';
        escapes['\b'] = 'b';
        escapes['\f'] = 'f';
        return escapes;
    }

    static void write(Bytes out, String text) {
        out.room(text.length() + 2);
        out.put('"');
        for (int i = out.unescaped(text, 0); i < text.length(); ) {
            char c = text.charAt(i++);
            boolean pair =
                    Character.isHighSurrogate(c) && i < text.length() && Character.isLowSurrogate(text.charAt(i));
            write(out, c, pair ? text.charAt(i++) : 0);
            out.room(text.length() - i + 1);
            i += out.unescaped(text, i);
        }
        out.put('"');
    }

    static void write(Bytes out, char[] text, int start, int length) {
        int end = start + length;
        out.room(length + 2);
        out.put('"');
        for (int i = start + out.unescaped(text, start, end); i < end; ) {
            char c = text[i++];
            boolean pair = Character.isHighSurrogate(c) && i < end && Character.isLowSurrogate(text[i]);
            write(out, c, pair ? text[i++] : 0);
            out.room(end - i + 1);
            i += out.unescaped(text, i, end);
        }
        out.put('"');
    }

    private static void write(Bytes out, char c, int low) {
        if (c < 0x80) {
            byte escape = ESCAPES[c];
            if (escape == 0) {
                out.add(c);
            } else {
                escape(out, c, escape);
            }
        } else if (low != 0) {
            out.beyondAscii(Character.toCodePoint(c, (char) low));
        } else {
            out.beyondAscii(Character.isSurrogate(c) ? REPLACEMENT : c);
        }
    }

    private static void escape(Bytes out, char c, byte escape) {
        out.add('\\');
        if (escape > 0) {
            out.add(escape);
        } else {
            out.ascii("u00");
            out.add(HEX[c >> 4]);
            out.add(HEX[c & 15]);
        }
    }
}
