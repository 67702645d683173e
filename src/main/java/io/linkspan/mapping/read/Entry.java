package io.linkspan.mapping.read;

import org.jspecify.annotations.Nullable;

/** A node that means an open element, and where its values go. */
final class Entry {
    Node node = Node.NOBODY;
    Frame frame = Frame.NOWHERE;

    @Nullable
    Frame up;

    @Nullable
    StringBuilder ownText;

    int textFrom;

    /** The index of the name found last in the node's table. */
    int name;

    /** The index of an element's name in the node's table. */
    int find(String local) {
        int found = node.table.find(local, name);
        if (found != NameTable.UNKNOWN) {
            name = found;
        }
        return found;
    }

    /** Stores only what is new: records are alike, and a reference stored in an old object costs the garbage collector. */
    @SuppressWarnings("ReferenceEquality")
    void is(Node newNode, Frame newFrame, @Nullable Frame newUp) {
        name = NameTable.UNKNOWN;
        if (node != newNode) {
            node = newNode;
        }
        if (frame != newFrame) {
            frame = newFrame;
        }
        if (up != newUp) {
            up = newUp;
        }
    }
}
