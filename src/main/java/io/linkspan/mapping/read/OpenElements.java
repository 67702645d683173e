package io.linkspan.mapping.read;

import java.util.Arrays;

/** The entries of all open elements, those of one element together. */
final class OpenElements {
    private Entry[] entries = new Entry[32];
    private int[] levels = new int[32];
    private int size;
    private int depth;

    OpenElements() {
        Arrays.setAll(entries, i -> new Entry());
    }

    void clear() {
        size = 0;
        depth = 0;
    }

    int size() {
        return size;
    }

    int depth() {
        return depth;
    }

    /** The first entry of the element opened last. */
    int top() {
        return levels[depth];
    }

    Entry get(int index) {
        return entries[index];
    }

    /** The entry added last. */
    Entry last() {
        return entries[size - 1];
    }

    /** One more element is open, without an entry yet. */
    void deeper() {
        if (++depth == levels.length) {
            levels = Arrays.copyOf(levels, depth * 2);
        }
        levels[depth] = size;
    }

    /** Whether the element opened last has such an entry already: several ways lead to it. */
    boolean has(Node node, Frame frame) {
        for (int i = levels[depth]; i < size; i++) {
            if (entries[i].node == node && entries[i].frame == frame) {
                return true;
            }
        }
        return false;
    }

    /** The text of the element opened last begins here. */
    void textBegins(int at) {
        for (int i = levels[depth]; i < size; i++) {
            entries[i].textFrom = at;
        }
    }

    /** One more entry of the element opened last. */
    Entry add() {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
            Arrays.setAll(entries, i -> i < size ? entries[i] : new Entry());
        }
        return entries[size++];
    }

    /** The element opened last is no longer open. */
    void leave() {
        size = levels[depth--];
    }

    /** Only the elements up to a depth are open any longer. */
    void backTo(int wanted) {
        while (depth > wanted) {
            leave();
        }
    }
}
