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

    /** Stores only what is new: records are alike, and a reference stored in an old object costs the garbage collector. */
    @SuppressWarnings("ReferenceEquality")
    void is(Node newNode, Frame newFrame, @Nullable Frame newUp) {
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
