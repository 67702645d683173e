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
}
