package io.linkspan.mapping.read;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements of long lists by the values that joins ask for. Without it a record of many rows, each joined with the
 * others, would take a time that grows with the square of their number.
 */
final class Joins {
    private static final int LONG = 16;
    private static final FrameList NONE = new FrameList();

    private final IdentityHashMap<FrameList, IdentityHashMap<Join, Map<String, FrameList>>> indexes =
            new IdentityHashMap<>();

    /** Forgets the record before. */
    void clear() {
        if (!indexes.isEmpty()) {
            indexes.clear();
        }
    }

    /** Those of the elements that may pass, in order. */
    FrameList candidates(Join join, Reading reading, FrameList all, Frame field) {
        if (all.size() < LONG) {
            return all;
        }
        List<String> wanted = join.wanted().of(reading, field, field, 0, 0);
        if (wanted.size() > 1) {
            return all;
        }
        return wanted.isEmpty() ? NONE : index(join, reading, all, field).getOrDefault(wanted.getFirst(), NONE);
    }

    private Map<String, FrameList> index(Join join, Reading reading, FrameList all, Frame field) {
        IdentityHashMap<Join, Map<String, FrameList>> ofList =
                indexes.computeIfAbsent(all, list -> new IdentityHashMap<>());
        Map<String, FrameList> known = ofList.get(join);
        if (known == null) {
            known = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                for (String value : join.own().of(reading, all.get(i), field, 0, 0)) {
                    known.computeIfAbsent(value, first -> new FrameList()).addOnce(all.get(i));
                }
            }
            ofList.put(join, known);
        }
        return known;
    }
}
