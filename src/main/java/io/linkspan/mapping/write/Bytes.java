package io.linkspan.mapping.write;

import java.util.Arrays;

/** Bytes, one after the other; text goes in as UTF-8. */
final class Bytes {
    private byte[] array;
    private int length;

    Bytes(int capacity) {
        array = new byte[capacity];
    }

    int length() {
        return length;
    }

    int capacity() {
        return array.length;
    }

    void truncate(int newLength) {
        length = newLength;
    }

    byte last() {
        return array[length - 1];
    }

    byte[] copy() {
        return Arrays.copyOf(array, length);
    }

    void room(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(array, Math.max(Math.addExact(length, more), array.length + (array.length >> 1)));
        }
    }

    void add(int oneByte) {
        room(1);
        array[length++] = (byte) oneByte;
    }

    /** Adds without asking for room. */
    void put(int oneByte) {
        array[length++] = (byte) oneByte;
    }

    void add(byte[] more) {
        add(more, 0);
    }

    void add(byte[] more, int from) {
        int count = more.length - from;
        room(count);
        System.arraycopy(more, from, array, length, count);
        length += count;
    }

    void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    /**
     * Adds characters up to the first that is not ASCII, or that JSON escapes. There is room already.
     *
     * @return how many were added
     */
    int unescaped(char[] text, int start, int end) {
        int at = start;
        int to = length;
        while (at < end && isUnescaped(text[at])) {
            array[to++] = (byte) text[at++];
        }
        length = to;
        return at - start;
    }

    /** The same from a text. */
    int unescaped(String text, int start) {
        int at = start;
        int to = length;
        while (at < text.length() && isUnescaped(text.charAt(at))) {
            array[to++] = (byte) text.charAt(at++);
        }
        length = to;
        return at - start;
    }

    private static boolean isUnescaped(char c) {
        return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
    }

    /** A code point beyond ASCII; asks for room. */
    void beyondAscii(int codePoint) {
        room(4);
        if (codePoint < 0x800) {
            put(0xC0 | codePoint >> 6);
        } else {
            if (codePoint < 0x10000) {
                put(0xE0 | codePoint >> 12);
            } else {
                put(0xF0 | codePoint >> 18);
                put(0x80 | (codePoint >> 12 & 0x3F));
            }
            put(0x80 | (codePoint >> 6 & 0x3F));
        }
        put(0x80 | (codePoint & 0x3F));
    }

    void insert(int at, byte[] more) {
        room(more.length);
        System.arraycopy(array, at, array, at + more.length, length - at);
        System.arraycopy(more, 0, array, at, more.length);
        length += more.length;
    }

    void number(long value) {
        if (value == Long.MIN_VALUE) {
            ascii(Long.toString(value));
        } else {
            decimal(value, 0);
        }
    }

    /** A number of 18 digits at most, so many of them behind the point. */
    void decimal(long unscaled, int scale) {
        room(22);
        long rest = unscaled;
        if (rest < 0) {
            put('-');
            rest = -rest;
        }
        int digits = 1;
        for (long size = rest; size >= 10; size /= 10) {
            digits++;
        }
        int end = length + Math.max(digits, scale + 1) + (scale > 0 ? 1 : 0);
        for (int i = end - 1; i >= length; i--) {
            if (scale > 0 && i == end - 1 - scale) {
                array[i] = '.';
            } else {
                array[i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        length = end;
    }
}
