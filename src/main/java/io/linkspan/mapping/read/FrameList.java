package io.linkspan.mapping.read;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;

/** A list of frames that is filled, read and emptied again and again. */
public final class FrameList {
    private Frame[] items = new Frame[4];
    private int size;

    /** How many there are. */
    public int size() {
        return size;
    }

    /** One of them, from 0. */
    public Frame get(int index) {
        return items[index];
    }

    /** Adds one at the end. */
    @SuppressWarnings("ReferenceEquality") // frames are used again: most often it stands there already
    public void add(Frame frame) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        if (items[size] != frame) {
            items[size] = frame;
        }
        size++;
    }

    /** Adds one at the end unless it stands there already. */
    @SuppressWarnings("ReferenceEquality")
    void addOnce(Frame frame) {
        if (size == 0 || items[size - 1] != frame) {
            add(frame);
        }
    }

    /** Forgets all. */
    public void clear() {
        size = 0;
    }

    /** Keeps the first ones only. */
    public void keepFirst(int most) {
        size = Math.min(size, most);
    }

    /** Keeps those that pass. */
    public void keep(Predicate<Frame> wanted) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (wanted.test(items[i])) {
                items[kept++] = items[i];
            }
        }
        size = kept;
    }

    /** Sorts, equal ones left in order. */
    public void sort(Comparator<Frame> order) {
        Arrays.sort(items, 0, size, order);
    }
}
