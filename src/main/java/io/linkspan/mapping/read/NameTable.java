package io.linkspan.mapping.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From a local name to the nodes that may mean it. Records of one kind name their elements in the same order, so the name
 * that came after the one before the last time is tried first, and by identity: parsers give the same instance for the same
 * name. Where that fails, the name is looked up by its hash. Threads may learn at once: one order is as good as the other,
 * and one instance too.
 */
final class NameTable {
    /** Stands for a name nobody asks for, and for no name yet. */
    static final int UNKNOWN = 0;

    static final NameTable EMPTY = of(List.of(), new Node[0]);

    private final @Nullable String[] names;
    private final Node[][] nodes;
    private final @Nullable Node[] leaves;
    private final int[] followers;
    private final @Nullable String[] strangers;
    private final int[] slots;
    private final int mask;

    private NameTable(Map<String, List<Node>> byName, Node[] others) {
        names = new String[byName.size() + 1];
        nodes = new Node[names.length][];
        leaves = new Node[names.length];
        followers = new int[names.length];
        strangers = new String[names.length];
        slots = new int[Integer.highestOneBit(names.length) * 4];
        mask = slots.length - 1;
        nodes[UNKNOWN] = others;
        leaves[UNKNOWN] = others.length == 0 ? Node.NOBODY : null;
        int index = UNKNOWN;
        for (Map.Entry<String, List<Node>> entry : byName.entrySet()) {
            put(++index, entry.getKey(), entry.getValue().toArray(Node[]::new));
        }
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
        byName.values().forEach(named -> named.addAll(List.of(anyNamed)));
        return new NameTable(byName, anyNamed);
    }

    private void put(int index, String name, Node[] named) {
        names[index] = name;
        nodes[index] = named;
        leaves[index] = named.length == 1 && named[0].leaf ? named[0] : null;
        int slot = slot(name);
        while (slots[slot] != UNKNOWN) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = index;
    }

    /**
     * The index of a local name, {@link #UNKNOWN} where nobody asks for it.
     *
     * @param before the index of the name before it in the same element
     */
    @SuppressWarnings("ReferenceEquality")
    int find(String name, int before) {
        int expected = followers[before];
        return names[expected] == name ? expected : strangers[before] == name ? UNKNOWN : search(name, before);
    }

    private int search(String name, int before) {
        int slot = slot(name);
        for (int index = slots[slot]; index != UNKNOWN; index = slots[slot]) {
            if (name.equals(names[index])) {
                names[index] = name;
                followers[before] = index;
                return index;
            }
            slot = (slot + 1) & mask;
        }
        strangers[before] = name;
        return UNKNOWN;
    }

    /** The nodes that may mean an element of this name; its namespace is still to be looked at. */
    Node[] nodes(int index) {
        return nodes[index];
    }

    /**
     * The one node that may mean an element of this name, where that node is a leaf; {@link Node#NOBODY} where none means it.
     */
    @Nullable
    Node leaf(int index) {
        return leaves[index];
    }

    private int slot(String name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 15)) & mask;
    }
}
