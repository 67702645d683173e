package io.linkspan.mapping.write;

/** Texts as XML character data or attribute values. */
final class XmlText {
    /** What became of a text. */
    enum Fate {
        WHOLE,
        DROPPED
    }

    private XmlText() {}

    static Fate write(Bytes out, String text, boolean attribute) {
        out.room(text.length());
        Fate fate = Fate.WHOLE;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (!isXml(codePoint)) {
                fate = Fate.DROPPED;
            } else if (codePoint >= 0x80) {
                out.beyondAscii(codePoint);
            } else {
                ascii(out, codePoint, attribute);
            }
        }
        return fate;
    }

    private static void ascii(Bytes out, int c, boolean attribute) {
        switch (c) {
            case '&' -> out.ascii("&amp;");
            case '<' -> out.ascii("&lt;");
            case '>' -> out.ascii("&gt;");
            case '\r' -> out.ascii("&#xD;");
            case '"' -> out.ascii(attribute ? "&quot;" : "\"");
            case '\t' -> out.ascii(attribute ? "&#x9;" : "\t");
            case '\n' -> out.ascii(attribute ? "&#xA;" : "\n");
            default -> out.add(c);
        }
    }

    /** XML 1.0, production Char. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
