package io.linkspan.system.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All wanted paths as one tree, so that a document is walked once. */
final class PathTree {
    /** Nothing wanted from here on down. */
    static final List<PathTree> NOTHING = List.of();

    private final Map<String, PathTree> children = new HashMap<>();
    private final List<String> values = new ArrayList<>(1);
    private final Map<String, List<String>> attributes = new HashMap<>();
    private boolean record;
    private boolean expected;
    private boolean leftOut;
    private boolean shared;
    /** Whether a child is wanted in one namespace only; such a child's key says which. */
    private boolean qualified;

    static PathTree of(AnswerShape shape) {
        PathTree root = new PathTree();
        Map<String, String> prefixes = shape.beside().prefixes();
        if (shape.records() != null) {
            root.at(AnswerPath.parse(shape.records(), prefixes)).record = true;
        }
        if (shape.expected() != null) {
            root.at(AnswerPath.parse(shape.expected(), prefixes)).expected = true;
        }
        shape.values().forEach(path -> root.want(path, AnswerPath.parse(path, prefixes)));
        shape.beside().share().forEach(path -> root.at(AnswerPath.parse(path, prefixes)).shared = true);
        return root;
    }

    /** The places of the document's root element, which is the record itself where the records' path is {@code .}. */
    static List<PathTree> root(PathTree wanted, @Nullable String uri, String name) {
        List<PathTree> places = new ArrayList<>(step(List.of(wanted), uri, name));
        if (wanted.record) {
            PathTree whole = new PathTree();
            whole.record = true;
            places.add(whole);
        }
        return places;
    }

    boolean wantsWhole() {
        return record;
    }

    static PathTree leavingOut(Collection<String> paths) {
        PathTree root = new PathTree();
        for (String path : paths) {
            AnswerPath parsed = AnswerPath.parse(path);
            if (parsed.attribute() == null) {
                root.at(parsed).leftOut = true;
            } else {
                root.at(parsed).attributes.put(parsed.attribute(), List.of(path));
            }
        }
        return root;
    }

    private void want(String path, AnswerPath parsed) {
        PathTree place = at(parsed);
        if (parsed.attribute() == null) {
            place.values.add(path);
        } else {
            place.attributes
                    .computeIfAbsent(parsed.attribute(), name -> new ArrayList<>(1))
                    .add(path);
        }
    }

    private PathTree at(AnswerPath path) {
        PathTree place = this;
        for (String step : path.steps()) {
            place.qualified |= step.startsWith("{");
            place = place.children.computeIfAbsent(step, name -> new PathTree());
        }
        return place;
    }

    /** The places a name leads to from several others: more than one where a path says {@code *}. */
    static List<PathTree> step(List<PathTree> from, String name) {
        return step(from, "", name);
    }

    /** The places an element leads to. */
    static List<PathTree> step(List<PathTree> from, @Nullable String uri, String name) {
        if (from.isEmpty()) {
            return NOTHING;
        }
        List<PathTree> reached = new ArrayList<>(2);
        for (PathTree place : from) {
            add(reached, place.children.get(name));
            add(reached, place.children.get(AnswerPath.ANY));
            if (place.qualified) {
                add(reached, place.children.get(AnswerPath.qualified(uri == null ? "" : uri, name)));
            }
        }
        return reached.isEmpty() ? NOTHING : reached;
    }

    /** The places a nameless entry leads to. */
    static List<PathTree> any(PathTree from) {
        PathTree any = from.children.get(AnswerPath.ANY);
        return any == null ? NOTHING : List.of(any);
    }

    private static void add(List<PathTree> reached, @Nullable PathTree place) {
        if (place != null) {
            reached.add(place);
        }
    }

    static boolean isRecord(List<PathTree> places) {
        return has(places, place -> place.record);
    }

    static boolean isExpected(List<PathTree> places) {
        return has(places, place -> place.expected);
    }

    static boolean isLeftOut(List<PathTree> places) {
        return has(places, place -> place.leftOut);
    }

    static boolean isShared(List<PathTree> places) {
        return has(places, place -> place.shared);
    }

    private static boolean has(List<PathTree> places, java.util.function.Predicate<PathTree> what) {
        for (PathTree place : places) {
            if (what.test(place)) {
                return true;
            }
        }
        return false;
    }

    /** The paths whose value is the text of this element. */
    List<String> values() {
        return values;
    }

    /** The paths whose value is an attribute of this element, by its name. */
    Map<String, List<String>> attributes() {
        return attributes;
    }
}
