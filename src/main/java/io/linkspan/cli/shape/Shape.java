package io.linkspan.cli.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An element, attribute or JSON property and what may stand in it. Built once, then only read. */
public final class Shape {
    /** The name of a shape in which anything may stand, because its schema says so or was not there. */
    public static final String OPEN = "*";

    private final String name;
    private final boolean attribute;
    private final Map<String, Shape> children = new LinkedHashMap<>();
    private boolean repeated;
    private boolean optional;
    private boolean typed;
    private String namespace = "";
    private String type = "string";
    private final Set<String> words = new LinkedHashSet<>();
    private final List<String> kinds = new ArrayList<>();
    private boolean nillable;
    private String pattern = "";
    private @Nullable String sample;

    private Shape(String name, boolean attribute) {
        this.name = name;
        this.attribute = attribute;
    }

    static Shape element(String name) {
        return new Shape(name, false);
    }

    static Shape attribute(String name) {
        return new Shape(name, true);
    }

    /** A shape in which anything may stand. */
    public static Shape unknown() {
        Shape unknown = element(OPEN);
        unknown.open();
        return unknown;
    }

    /** A document without a name that holds one element. */
    public static Shape holding(Shape root) {
        Shape document = element("");
        document.add(root);
        return document;
    }

    /** The local name. */
    public String name() {
        return name;
    }

    /** How a path steps into it: attributes with an {@code @}. */
    public String step() {
        return attribute ? "@" + name : name;
    }

    /** Whether more than one may stand side by side. */
    public boolean repeated() {
        return repeated;
    }

    /** Whether it may be missing. */
    public boolean optional() {
        return optional;
    }

    /** The simple type's local name by XML Schema; "string" where nothing is known. */
    public String type() {
        return type;
    }

    /** The namespace a document must write it in; empty for none, and where only a sample is known. */
    public String namespace() {
        return namespace;
    }

    /** The only values its type allows; none where it allows any. */
    public Set<String> words() {
        return Collections.unmodifiableSet(words);
    }

    /** The pattern that values follow; empty where its type says none. */
    public String pattern() {
        return pattern;
    }

    /** Whether it may be written as nil. */
    public boolean nillable() {
        return nillable;
    }

    /** The types of which one stands here, where its own is abstract. */
    public List<String> kinds() {
        return List.copyOf(kinds);
    }

    /** A value seen, where the shape comes from a sample. */
    public Optional<String> sample() {
        return Optional.ofNullable(sample);
    }

    /** Whether values here are numbers, true or false by themselves, as in JSON, and no texts. */
    public boolean isTyped() {
        return typed;
    }

    /** Attributes and elements within. */
    public List<Shape> children() {
        return List.copyOf(children.values());
    }

    /** Whether a value stands here and nothing below but attributes. */
    public boolean isLeaf() {
        return children.values().stream().allMatch(child -> child.attribute);
    }

    /** Whether anything may stand within. */
    public boolean isOpen() {
        return children.containsKey(OPEN);
    }

    /** Whether the whole document is a list, as JSON allows. */
    private boolean isListItself() {
        return name.isEmpty() && repeated;
    }

    /** The child a path's step names. */
    public Optional<Shape> child(String step) {
        return Optional.ofNullable(children.get(step));
    }

    /** What stands at a way of steps below; a shape in which anything may stand ends the way. */
    public Optional<Shape> down(List<String> steps) {
        Shape here = this;
        for (String step : steps) {
            if (here.isOpen()) {
                return Optional.of(here);
            }
            Optional<Shape> next = here.child(step);
            if (step.equals("*")) {
                next = here.isListItself()
                        ? Optional.of(here)
                        : here.children.values().stream().findFirst();
            }
            if (next.isEmpty()) {
                return next;
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    /** The shapes below that repeat and hold more than a value, nearest first, each with the way to it. */
    public List<List<Shape>> lists() {
        List<List<Shape>> found = new ArrayList<>();
        List<List<Shape>> level = List.of(List.of(this));
        while (!level.isEmpty()) {
            List<List<Shape>> next = new ArrayList<>();
            for (List<Shape> way : level) {
                if (way.getLast().repeated && !way.getLast().children.isEmpty()) {
                    found.add(way);
                }
                way.getLast().children.values().stream()
                        .filter(child -> !child.attribute)
                        .forEach(child -> {
                            List<Shape> longer = new ArrayList<>(way);
                            longer.add(child);
                            next.add(longer);
                        });
            }
            level = next;
        }
        return found;
    }

    Shape repeats(boolean often) {
        repeated |= often;
        return this;
    }

    Shape mayMiss(boolean missing) {
        optional |= missing;
        return this;
    }

    Shape mayBeNil(boolean nil) {
        nillable |= nil;
        return this;
    }

    void allows(String word) {
        words.add(word);
    }

    void follows(String regex) {
        pattern = regex;
    }

    void isOneOf(List<String> types) {
        kinds.addAll(types);
        open();
    }

    Shape in(String named) {
        namespace = named;
        return this;
    }

    Shape ofType(String simpleType) {
        type = simpleType;
        return this;
    }

    Shape ofJson(String simpleType) {
        typed = true;
        return ofType(simpleType);
    }

    void seen(String value) {
        if (sample == null && !value.isBlank()) {
            sample = value.strip();
        }
    }

    void open() {
        children.putIfAbsent(OPEN, element(OPEN));
    }

    /** Adds a child, or the one that stands there already. */
    Shape add(Shape child) {
        Shape known = children.putIfAbsent(child.step(), child);
        if (known == null) {
            return child;
        }
        return known.repeats(child.repeated);
    }
}
