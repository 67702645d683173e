package io.linkspan.mapping.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was kept of one element: a cell for each value the mapping asks for below it, and a list of frames for each kind of
 * repeated element. A cell's text is a slice of the reading's characters until somebody needs a {@link String}.
 */
public final class Frame {
    static final Frame NOWHERE = new Frame(Node.NOBODY);
    static final int ABSENT = -1;
    static final int NIL = -2;
    static final int OBJECT = -3;

    final Node node;
    final int[] starts;
    final int[] lengths;
    final @Nullable Object[] objects;
    final FrameList[] lists;

    @Nullable
    Frame owner;

    @Nullable
    Frame up;

    boolean nil;
    int level;

    /** Where those that follow it stand in its owner's list, as far as they are its own. */
    int followersFrom;

    int followersTo;
    private int position;

    Frame(Node node) {
        this.node = node;
        starts = new int[node.cells];
        lengths = new int[node.cells];
        objects = new Object[node.cells];
        lists = new FrameList[node.lists];
        Arrays.setAll(lists, i -> new FrameList());
    }

    void reset(@Nullable Frame newOwner, @Nullable Frame newUp) {
        Arrays.fill(lengths, ABSENT);
        for (FrameList list : lists) {
            list.clear();
        }
        owner = newOwner;
        up = newUp;
        nil = false;
        level = newUp == null ? 1 : newUp.level + 1;
        position = 0;
        followersTo = 0;
        followersFrom = 0;
    }

    boolean isAbsent(int cell) {
        return lengths[cell] == ABSENT;
    }

    void slice(int cell, int start, int length) {
        if (lengths[cell] == ABSENT) {
            starts[cell] = start;
            lengths[cell] = length;
        }
    }

    void object(int cell, Object value) {
        if (lengths[cell] == ABSENT) {
            replace(cell, value);
        }
    }

    void replace(int cell, Object value) {
        objects[cell] = value;
        lengths[cell] = OBJECT;
    }

    void nil(int cell) {
        if (lengths[cell] == ABSENT) {
            lengths[cell] = NIL;
        }
    }

    /** Whether the element said it has no value: {@code xsi:nil}, or JSON's null. */
    public boolean isNil() {
        return nil;
    }

    /** Where it stands in the list that is being written, from 1. */
    public int position() {
        return position;
    }

    /** Sets where it stands in the list that is being written, from 1. */
    public void position(int newPosition) {
        position = newPosition;
    }
}
