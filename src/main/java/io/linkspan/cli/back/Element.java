package io.linkspan.cli.back;

import io.linkspan.cli.back.WayIn.Step;
import io.linkspan.cli.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element, attribute or property that the way back writes, grown field by field. */
final class Element {
    /** How the text of an element that has more than a text is named. */
    static final String TEXT = "#text";

    private final String name;
    private final boolean conditioned;
    private final Map<String, Element> children = new LinkedHashMap<>();
    private @Nullable Written rule;
    private @Nullable String each;

    private Element(String name, boolean conditioned) {
        this.name = name;
        this.conditioned = conditioned;
    }

    static Element root() {
        return new Element("", false);
    }

    /** Its name, with a prefix where the flow's paths have one. */
    String name() {
        return name;
    }

    /** Its name without a prefix: how a schema or sample knows it. */
    String localName() {
        return name.replaceFirst("^(@?)[^:]*:", "$1");
    }

    /** Whether it is there for a condition's sake: it may be one of several of its name, and holds values of its own. */
    boolean conditioned() {
        return conditioned;
    }

    /** The element that a way leads to, with everything its conditions ask for; new where it was not there. */
    Element at(List<Step> way) {
        Element here = this;
        for (Step step : way) {
            here = step.name().equals(TEXT) ? here : here.child(step);
        }
        return here;
    }

    private Element child(Step step) {
        String key = step.name() + step.variant();
        Element known = children.get(key);
        if (known != null) {
            return known;
        }
        Element child = new Element(step.name(), !step.variant().isEmpty());
        children.put(key, child);
        step.demands()
                .forEach((way, text) -> child.at(way.stream()
                                .map(name -> new Step(name, Map.of(), ""))
                                .toList())
                        .takes(Written.constant(text)));
        return child;
    }

    /** Makes it take a value; false where it takes one already, or comes once for each entry of a list. */
    boolean takes(Written written) {
        return each == null && holds(written);
    }

    /** Makes each entry of a list take a value; false where it takes one already. */
    boolean holds(Written written) {
        boolean free = rule == null;
        if (free) {
            rule = written;
        }
        return free;
    }

    /** Makes it come once for each entry at a path; false where it takes something already. */
    boolean repeats(String path) {
        boolean free =
                rule == null && each == null && children.values().stream().allMatch(Element::isEmpty);
        if (free) {
            each = path;
        }
        return free;
    }

    @Nullable
    Written rule() {
        return rule;
    }

    @Nullable
    String each() {
        return each;
    }

    /** Whether nothing of the record is written in it. */
    boolean isEmpty() {
        return (rule == null || rule.isConstant()) && children.values().stream().allMatch(Element::isEmpty);
    }

    /** Whether a condition of the element around asks for something in it. */
    private boolean isAsked() {
        return (rule != null && rule.isConstant())
                || children.values().stream().anyMatch(child -> !child.conditioned && child.isAsked());
    }

    /** Whether everything in it has a name that XML can carry. */
    boolean isXml() {
        return localName().matches("|@?[\\p{L}_][\\p{L}\\p{N}_.-]*")
                && children.values().stream().allMatch(Element::isXml);
    }

    /** Everything of the record that is written in it, up to the lists. */
    List<Written> leaves() {
        List<Written> leaves = new ArrayList<>();
        if (each != null) {
            leaves.add(new Written("each", each, List.of()));
            return leaves;
        }
        if (rule != null && !rule.isConstant()) {
            leaves.add(rule);
        }
        children.values().forEach(child -> leaves.addAll(child.leaves()));
        return leaves;
    }

    /** What stands in it and is written: attributes first, elements in the order the source's schema or sample has. */
    List<Element> children(@Nullable Shape shape) {
        List<String> order = shape == null
                ? List.of()
                : shape.children().stream().map(Shape::step).toList();
        List<Element> written = new ArrayList<>(children.values().stream()
                .filter(child -> !child.isEmpty() || (!child.conditioned && child.isAsked()))
                .toList());
        written.sort(Comparator.comparingInt((Element child) -> child.name.startsWith("@") ? 0 : 1)
                .thenComparingInt(child -> place(order, child.localName())));
        return written;
    }

    private static int place(List<String> order, String name) {
        int place = order.indexOf(name);
        return place < 0 ? order.size() : place;
    }
}
