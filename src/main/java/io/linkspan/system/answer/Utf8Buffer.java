package io.linkspan.system.answer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Grows as XML is written into it as UTF-8. Keeps a surrogate pair together that two writes tear apart. */
final class Utf8Buffer {
    private static final int FIRST_SIZE = 2048;

    /** Signals that the limit was reached; carries no trace because it is turned into an error with a place at once. */
    static final class Full extends RuntimeException {
        Full() {
            super("buffer full", null, false, false);
        }
    }

    private final int limit;
    private byte[] bytes;
    private int length;
    private char torn;

    Utf8Buffer(int limit) {
        this.limit = limit;
        this.bytes = new byte[Math.min(FIRST_SIZE, limit)];
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
        torn = 0;
        if (bytes.length > FIRST_SIZE << 5) {
            bytes = new byte[Math.min(FIRST_SIZE, limit)];
        }
    }

    void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    /** Writes markup: names, prefixes, quotes. */
    void markup(String text) {
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
    }

    /** Writes what stands between tags. */
    void text(char[] characters, int from, int count) {
        for (int i = from; i < from + count; i++) {
            escape(characters[i], false);
        }
    }

    /** Writes what stands between an attribute's quotation marks. */
    void attribute(String value) {
        for (int i = 0; i < value.length(); i++) {
            escape(value.charAt(i), true);
        }
    }

    /** The bytes so far, with others put in between. */
    byte[] withInserted(int at, byte @Nullable [] between) {
        if (between == null) {
            return Arrays.copyOf(bytes, length);
        }
        byte[] whole = new byte[length + between.length];
        System.arraycopy(bytes, 0, whole, 0, at);
        System.arraycopy(between, 0, whole, at, between.length);
        System.arraycopy(bytes, at, whole, at + between.length, length - at);
        return whole;
    }

    private void escape(char character, boolean inAttribute) {
        switch (character) {
            case '&' -> markup("&amp;");
            case '<' -> markup("&lt;");
            case '>' -> markup("&gt;");
            case '\r' -> markup("&#13;");
            case '"' -> markup(inAttribute ? "&quot;" : "\"");
            case '\n' -> markup(inAttribute ? "&#10;" : "\n");
            case '\t' -> markup(inAttribute ? "&#9;" : "\t");
            default -> character(character);
        }
    }

    private void character(char character) {
        room(4);
        if (character < 0x80) {
            bytes[length++] = (byte) character;
        } else if (character < 0x800) {
            bytes[length++] = (byte) (0xC0 | (character >> 6));
            bytes[length++] = trail(character);
        } else if (Character.isHighSurrogate(character)) {
            torn = character;
        } else if (Character.isLowSurrogate(character)) {
            fourBytes(Character.toCodePoint(torn, character));
        } else {
            bytes[length++] = (byte) (0xE0 | (character >> 12));
            bytes[length++] = trail(character >> 6);
            bytes[length++] = trail(character);
        }
    }

    private void fourBytes(int point) {
        bytes[length++] = (byte) (0xF0 | (point >> 18));
        bytes[length++] = trail(point >> 12);
        bytes[length++] = trail(point >> 6);
        bytes[length++] = trail(point);
    }

    private static byte trail(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            if (length + more > limit) {
                throw new Full();
            }
            bytes = Arrays.copyOf(bytes, Math.min(Math.max(bytes.length * 2, length + more), limit));
        }
    }
}
