package io.linkspan.system.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which prefixes a record declares itself, and which it uses from further out. */
final class Scope {
    private final List<String> declared = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<String, String> outside = new TreeMap<>();

    /** Enters an element. */
    void open() {
        marks.push(declared.size());
    }

    /** Leaves it, and with it what it declared. */
    void close() {
        int mark = marks.pop();
        while (declared.size() > mark) {
            declared.removeLast();
        }
    }

    /** The element declares a prefix; the empty one is the default namespace. */
    void declare(String prefix) {
        declared.add(prefix);
    }

    /** Whether the innermost element itself declares the prefix. */
    boolean declaredHere(String prefix) {
        return declared.subList(marks.getFirst(), declared.size()).contains(prefix);
    }

    /** Notes that a prefix is used; one that nobody within the record declares comes from further out. */
    void use(String prefix, String uri) {
        if (!declared.contains(prefix) && !uri.isEmpty() && !prefix.equals("xml")) {
            outside.put(prefix, uri);
        }
    }

    /** The declarations the record's own element must get, in a fixed order, or null for none. */
    byte @Nullable [] fromOutside() {
        if (outside.isEmpty()) {
            return null;
        }
        Utf8Buffer declarations = new Utf8Buffer(Integer.MAX_VALUE >> 1);
        outside.forEach((prefix, uri) -> RecordCopy.declaration(prefix, uri, declarations));
        return declarations.withInserted(0, null);
    }

    /** Forgets everything. */
    void clear() {
        declared.clear();
        marks.clear();
        outside.clear();
    }
}
