package io.linkspan.mapping.read;

import java.util.Arrays;

/** Characters, one after the other. */
final class Characters {
    private char[] array = new char[4096];
    private int length;

    char[] array() {
        return array;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void append(String more) {
        room(more.length());
        more.getChars(0, more.length(), array, length);
        length += more.length();
    }

    void append(char[] more, int start, int count) {
        room(count);
        System.arraycopy(more, start, array, length, count);
        length += count;
    }

    private void room(int count) {
        if (length + count > array.length) {
            array = Arrays.copyOf(array, Math.max(length + count, array.length * 2));
        }
    }
}
