package io.linkspan.cli.back;

import io.linkspan.cli.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element, attribute or property that the way back writes, grown field by field. */
final class Element {
    private final String name;
    private final Map<String, Element> children = new LinkedHashMap<>();
    private @Nullable String rule;
    private @Nullable String each;

    Element(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The child of this name, new where it was not there. */
    Element child(String childName) {
        return children.computeIfAbsent(childName, Element::new);
    }

    /** Makes it take a value; false where it takes one already. */
    boolean takes(String written) {
        boolean free = rule == null && each == null;
        if (free) {
            rule = written;
        }
        return free;
    }

    /** Makes it come once for each entry at a path; false where it takes something already. */
    boolean repeats(String path) {
        boolean free = rule == null && each == null && children.isEmpty();
        if (free) {
            each = path;
        }
        return free;
    }

    @Nullable
    String rule() {
        return rule;
    }

    @Nullable
    String each() {
        return each;
    }

    boolean isEmpty() {
        return rule == null && children.values().stream().allMatch(Element::isEmpty);
    }

    /** What stands in it and is written: attributes first, elements in the order the source's schema or sample has. */
    List<Element> children(@Nullable Shape shape) {
        List<String> order = shape == null
                ? List.of()
                : shape.children().stream().map(Shape::step).toList();
        List<Element> written = new ArrayList<>(
                children.values().stream().filter(child -> !child.isEmpty()).toList());
        written.sort(Comparator.comparingInt((Element child) -> child.name.startsWith("@") ? 0 : 1)
                .thenComparingInt(child -> place(order, child.name)));
        return written;
    }

    private static int place(List<String> order, String name) {
        int place = order.indexOf(name);
        return place < 0 ? order.size() : place;
    }
}
