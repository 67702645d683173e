package io.linkspan.mapping.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From a local name to the nodes that may mean it: open addressing, a quarter full. A name met is remembered as the parser
 * gave it, so that the next time it is found without a look at its characters; threads may do so at once, for one instance
 * is as good as the other.
 */
final class NameTable {
    static final NameTable EMPTY = of(List.of(), new Node[0]);

    private final @Nullable String[] names;
    private final Node[][] nodes;
    private final @Nullable Node[] leaves;
    private final Node[] others;
    private final int mask;

    private NameTable(int capacity, Node[] others) {
        names = new String[capacity];
        nodes = new Node[capacity][];
        leaves = new Node[capacity];
        mask = capacity - 1;
        this.others = others;
    }

    /** A table of nodes with names; those for any name stand behind each. */
    static NameTable of(List<Node> children, Node[] anyNamed) {
        Map<String, List<Node>> byName = new LinkedHashMap<>();
        for (Node child : children) {
            if (!child.test.local().equals("*")) {
                byName.computeIfAbsent(child.test.local(), name -> new ArrayList<>())
                        .add(child);
            }
        }
        NameTable table = new NameTable(Integer.highestOneBit(Math.max(1, byName.size())) * 8, anyNamed);
        byName.forEach((name, named) -> {
            named.addAll(List.of(anyNamed));
            table.put(name, named.toArray(Node[]::new));
        });
        return table;
    }

    private void put(String name, Node[] named) {
        int slot = slot(name);
        while (names[slot] != null) {
            slot = (slot + 1) & mask;
        }
        names[slot] = name;
        nodes[slot] = named;
        leaves[slot] = named.length == 1 && named[0].leaf ? named[0] : null;
    }

    /** The nodes that may mean an element of this local name; its namespace is still to be looked at. */
    Node[] get(String name) {
        int slot = find(name);
        return slot < 0 ? others : nodes[slot];
    }

    /** The one node that may mean an element of this local name, where that node is a leaf. */
    @Nullable
    Node leaf(String name) {
        int slot = find(name);
        return slot < 0 ? null : leaves[slot];
    }

    @SuppressWarnings("ReferenceEquality")
    private int find(String name) {
        int slot = slot(name);
        for (String found = names[slot]; found != null; found = names[slot]) {
            if (found == name) { // the usual case, once the parser's own instance is known
                return slot;
            }
            if (found.equals(name)) {
                names[slot] = name;
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private int slot(String name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 15)) & mask;
    }
}
