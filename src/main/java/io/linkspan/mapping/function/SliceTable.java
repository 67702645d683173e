package io.linkspan.mapping.function;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of codes that can be asked with a slice. */
final class SliceTable {
    private final @Nullable String[] codes;
    private final @Nullable Object[] values;
    private final int mask;

    SliceTable(Map<String, ?> table) {
        int size = Integer.highestOneBit(table.size() + 1) * 4;
        codes = new String[size];
        values = new Object[size];
        mask = size - 1;
        table.forEach(this::put);
    }

    private void put(String code, Object value) {
        int slot = slot(code.hashCode());
        while (codes[slot] != null) {
            slot = (slot + 1) & mask;
        }
        codes[slot] = code;
        values[slot] = value;
    }

    /** What stands behind a code; null where it is not there. */
    @Nullable
    Object get(Slice code) {
        char[] characters = code.characters();
        int end = code.start() + code.length();
        int hash = 0; // as that of a String
        for (int i = code.start(); i < end; i++) {
            hash = 31 * hash + characters[i];
        }
        for (int slot = slot(hash); ; slot = (slot + 1) & mask) {
            String found = codes[slot];
            if (found == null || found.contentEquals(code)) {
                return values[slot];
            }
        }
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & mask;
    }
}
