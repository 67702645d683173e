package io.linkspan.mapping.read;

import io.linkspan.mapping.path.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a mapping asks of a record, grown path by path, then frozen. */
public final class Shape {
    private final Node root = Node.root();
    private final List<Way> ways = new ArrayList<>();
    private int pools;
    private boolean frozen;
    private boolean descendants;
    private boolean namespaces;

    /** The record itself. */
    public Node root() {
        return root;
    }

    /**
     * Adds a path whose first value is wanted.
     *
     * @param context where it is read
     * @return null where {@code ..} leads above the record
     */
    public @Nullable Way value(Path path, Node context) {
        return new WayBuilder(this, context).value(path, context, false);
    }

    /** Adds a path all of whose values are wanted. */
    public @Nullable Way values(Path path, Node context) {
        return new WayBuilder(this, context).value(path, context, true);
    }

    /** Adds a path to elements in which more is read. */
    public @Nullable Way elements(Path path, Node context) {
        return new WayBuilder(this, context).elements(path, context);
    }

    /** A path that names a namespace was added. */
    void namesNamespaces() {
        namespaces = true;
    }

    boolean asksForNamespaces() {
        return namespaces;
    }

    /** A path with {@code //} was added. */
    void descends() {
        descendants = true;
    }

    boolean hasDescendants() {
        return descendants;
    }

    Way add(Way way) {
        ways.add(way);
        return way;
    }

    int nextPool() {
        return pools++;
    }

    int pools() {
        return pools;
    }

    /** Ends the growing: every value gets its cell, every way its turns. */
    public void freeze() {
        if (!frozen) {
            frozen = true;
            root.freeze(root, this);
            ways.forEach(Way::settle);
        }
    }
}
