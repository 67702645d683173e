package io.linkspan.cli.back;

import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.start.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes elements as the fields of a mapping. */
final class FieldsBack {
    private final Names names;

    FieldsBack(Names names) {
        this.names = names;
    }

    /**
     * An element as it is to be written.
     *
     * @param element itself
     * @param known what the schema or sample says of it, or null
     * @param base the object its values are read in, from the record or entry on
     * @param guards the hidden fields of the mapping around
     */
    private record Spot(Element element, @Nullable Shape known, String base, Guards guards) {
        private Spot in(Element child) {
            Shape shape = known == null ? null : known.child(child.localName()).orElse(null);
            return new Spot(child, shape, base, guards);
        }
    }

    /** Hidden fields that tell whether anything of an element is there. */
    private record Guards(Map<String, String> fields) {
        private String of(Spot spot) {
            String paths = spot.element().leaves().stream()
                    .map(leaf -> Yaml.text(Written.within(leaf.path(), spot.base())))
                    .distinct()
                    .collect(Collectors.joining(", "));
            String rule = "{ coalesce: [" + paths + "], hidden: true }";
            String name = "has" + spot.element().localName().replaceAll("[^\\p{Alnum}]", "");
            while (fields.containsKey(name) && !rule.equals(fields.get(name))) {
                name = name.replaceFirst("\\d*$", "") + (fields.size() + 1);
            }
            fields.put(name, rule);
            return name;
        }
    }

    /** The fields of a mapping, or of a list's or object's entries. */
    List<String> fields(Element parent, @Nullable Shape known, String base) {
        Guards guards = new Guards(new LinkedHashMap<>());
        List<String> lines = new ArrayList<>(members(new Spot(parent, known, base, guards)));
        guards.fields().forEach((name, rule) -> lines.add(name + ": " + rule));
        return lines;
    }

    private List<String> members(Spot spot) {
        Map<String, List<Element>> byName = new LinkedHashMap<>();
        for (Element child : spot.element().children(spot.known())) {
            byName.computeIfAbsent(child.name(), name -> new ArrayList<>()).add(child);
        }
        List<String> lines = new ArrayList<>();
        byName.values()
                .forEach(children -> lines.addAll(named(
                        children,
                        spot,
                        names.of(
                                children.getFirst(),
                                spot.in(children.getFirst()).known()))));
        return lines;
    }

    private List<String> named(List<Element> children, Spot around, String name) {
        if (children.size() > 1) {
            List<String> lines = new ArrayList<>(List.of(Yaml.text(name) + ":", "  list:"));
            children.forEach(child -> lines.addAll(item(value(around.in(child)))));
            return lines;
        }
        Spot only = around.in(children.getFirst());
        List<Element> within = only.element().children(only.known());
        boolean wrapper = !only.element().conditioned()
                && only.element().each() == null
                && only.element().rule() == null
                && within.stream().map(Element::name).distinct().count() == 1
                && !within.getFirst().name().startsWith("@");
        if (wrapper) {
            String inner =
                    names.of(within.getFirst(), only.in(within.getFirst()).known());
            return named(within, only, name + "." + inner);
        }
        List<String> value = value(only);
        if (value.size() == 1) {
            return List.of(Yaml.text(name) + ": " + value.getFirst());
        }
        return Stream.concat(Stream.of(Yaml.text(name) + ":"), indented(value)).toList();
    }

    /** What stands behind a name: one line, or several keys. */
    private List<String> value(Spot spot) {
        Element element = spot.element();
        boolean bare = element.children(spot.known()).isEmpty();
        if (element.each() != null) {
            String path = Written.within(element.each(), spot.base());
            Written rule = element.rule();
            return bare && rule != null && rule.path().equals(".") && rule.isSingle()
                    ? List.of(new Written("each", path, rule.options()).text(""))
                    : under(List.of("each: " + Yaml.text(path)), fields(element, spot.known(), ""), element, "");
        }
        if (bare && element.rule() != null) {
            return List.of(element.rule().text(spot.base()));
        }
        if (!element.conditioned()) {
            return under(List.of(), members(spot), element, spot.base());
        }
        return guarded(spot);
    }

    /** An element that holds values of its own must not be written for their sake alone. */
    private List<String> guarded(Spot spot) {
        Element element = spot.element();
        List<Written> leaves = element.leaves();
        List<String> read = leaves.stream().map(Written::path).distinct().toList();
        boolean movable = leaves.stream().allMatch(Written::isMovable);
        boolean alone = read.size() == 1 && leaves.getFirst().isSingle();
        String common = alone && !Written.within(read.getFirst(), spot.base()).equals(".")
                ? read.getFirst()
                : common(read, spot.base());
        if (movable && !common.isEmpty()) {
            String path = Yaml.text(Written.within(common, spot.base()));
            return under(
                    alone ? List.of("each: " + path) : List.of("object: " + path, "nil: omit"),
                    fields(element, spot.known(), common),
                    element,
                    common);
        }
        return under(List.of("when: " + spot.guards().of(spot) + " != null"), members(spot), element, spot.base());
    }

    private static List<String> under(List<String> first, List<String> fields, Element element, String base) {
        List<String> all = new ArrayList<>();
        if (element.rule() != null) {
            all.add("'#text': " + element.rule().text(base));
        }
        all.addAll(fields);
        List<String> lines = new ArrayList<>(first);
        lines.add("fields:");
        all.forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** The object that all of the paths stand in, deeper than a base; empty where there is none. */
    private static String common(List<String> paths, String base) {
        Set<String> objects = new LinkedHashSet<>();
        for (String path : paths) {
            objects.add(path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "");
        }
        String common = objects.iterator().next();
        while (!common.isEmpty() && !allWithin(objects, common)) {
            common = common.contains("/") ? common.substring(0, common.lastIndexOf('/')) : "";
        }
        return common.equals(base) || !(base.isEmpty() || common.startsWith(base + "/")) ? "" : common;
    }

    private static boolean allWithin(Set<String> objects, String common) {
        return objects.stream().allMatch(object -> object.equals(common) || object.startsWith(common + "/"));
    }

    private static List<String> item(List<String> value) {
        return IntStream.range(0, value.size())
                .mapToObj(i -> (i == 0 ? "    - " : "      ") + value.get(i))
                .toList();
    }

    private static Stream<String> indented(List<String> lines) {
        return lines.stream().map(line -> "  " + line);
    }
}
