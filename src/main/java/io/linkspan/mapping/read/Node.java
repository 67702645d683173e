package io.linkspan.mapping.read;

import io.linkspan.mapping.path.NameTest;
import io.linkspan.mapping.path.Namespaces;
import io.linkspan.mapping.path.Path.Format;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One name in the tree of everything a mapping asks for. A framed node keeps its values in a frame of its own for each
 * element; the values of the others lie in the frame of the nearest framed node above.
 */
public final class Node {
    private static final Node[] NONE = {};
    private static final AttributeCell[] NO_ATTRIBUTES = {};

    /** Means no element. */
    static final Node NOBODY = new Node(null, NameTest.ANY, null, false);

    final @Nullable Node parent;
    final NameTest test;
    final @Nullable String uri;
    final @Nullable Format held;
    final boolean deep;
    final List<Node> children = new ArrayList<>();
    private final List<AttributeCell> wanted = new ArrayList<>();

    @Nullable
    Node below;

    boolean framed;

    /** Whether its frames are asked for those behind them in their list. */
    boolean leads;

    boolean wantsText;
    boolean wantsOwnText;
    boolean wantsName;
    boolean wantsType;

    // Settled by freeze().
    int pool = -1;
    int list = -1;
    int cells;
    int lists;
    int text = -1;
    int ownText = -1;
    int name = -1;
    int type = -1;
    AttributeCell[] attributes = NO_ATTRIBUTES;
    Node[] holders = NONE;
    Node[] anyNamed = NONE;
    NameTable table = NameTable.EMPTY;

    /** Whether the element's characters must be kept. */
    boolean collects;

    /** Whether anything must be done when the element ends. */
    boolean closes;

    /** Whether the text is all that is wanted of the element: no attribute, nothing in it, no frame. */
    boolean leaf;

    private Node(@Nullable Node parent, NameTest test, @Nullable Format held, boolean deep) {
        this.parent = parent;
        this.test = test;
        this.uri = test.uri();
        this.held = held;
        this.deep = deep;
    }

    static Node root() {
        Node root = new Node(null, NameTest.ANY, null, false);
        root.framed = true;
        return root;
    }

    Node child(NameTest wantedTest) {
        for (Node child : children) {
            if (child.held == null && child.test.equals(wantedTest)) {
                return child;
            }
        }
        Node child = new Node(this, wantedTest, null, false);
        children.add(child);
        return child;
    }

    Node holding(Format format) {
        for (Node child : children) {
            if (format.equals(child.held)) {
                return child;
            }
        }
        Node child = new Node(this, NameTest.ANY, format, false);
        children.add(child);
        return child;
    }

    /** The node that stands for every element below this one. */
    Node below() {
        if (below == null) {
            below = new Node(this, NameTest.ANY, null, true);
        }
        return below;
    }

    AttributeCell attribute(NameTest wantedTest) {
        for (AttributeCell cell : wanted) {
            if (cell.test.equals(wantedTest)) {
                return cell;
            }
        }
        AttributeCell cell = new AttributeCell(wantedTest);
        wanted.add(cell);
        return cell;
    }

    private int cellsWanted() {
        int wants = (wantsText ? 1 : 0) + (wantsOwnText ? 1 : 0) + (wantsName ? 1 : 0) + (wantsType ? 1 : 0);
        return wants + wanted.size();
    }

    /** Gives every wanted value its cell. */
    void freeze(Node owner, Shape shape) {
        Node holder = framed ? this : owner;
        if (framed) {
            pool = shape.nextPool();
            list = this == owner ? -1 : owner.lists++;
        }
        text = wantsText ? holder.cells++ : -1;
        ownText = wantsOwnText ? holder.cells++ : -1;
        name = wantsName ? holder.cells++ : -1;
        type = wantsType ? holder.cells++ : -1;
        wanted.forEach(cell -> cell.cell = holder.cells++);
        attributes = wanted.toArray(NO_ATTRIBUTES);
        holders = children.stream().filter(child -> child.held != null).toArray(Node[]::new);
        collects = text >= 0 || holders.length > 0;
        closes = collects || ownText >= 0;
        leaf = !framed && text >= 0 && cellsWanted() == 1 && children.isEmpty() && below == null && !deep;
        List<Node> named = children.stream().filter(child -> child.held == null).toList();
        anyNamed =
                named.stream().filter(child -> child.test.local().equals("*")).toArray(Node[]::new);
        children.forEach(child -> child.freeze(holder, shape));
        if (below != null) {
            below.freeze(holder, shape);
        }
        table = NameTable.of(named, anyNamed); // asks the children what they are
    }

    /** A wanted attribute and its cell. */
    static final class AttributeCell {
        final NameTest test;
        private final String local;
        private final boolean any;
        int cell = -1;

        AttributeCell(NameTest test) {
            this.test = test;
            local = test.local().intern(); // as the parser does
            any = local.equals("*");
        }

        /** A bare name never means one of XML Schema's own attributes. */
        boolean means(String uri, String name) {
            String wanted = test.uri();
            return (any || local.equals(name)) && (wanted == null ? !uri.equals(Namespaces.XSI) : wanted.equals(uri));
        }
    }
}
