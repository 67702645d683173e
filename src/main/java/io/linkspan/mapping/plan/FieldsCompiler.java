package io.linkspan.mapping.plan;

import io.linkspan.mapping.write.Name;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the fields of one object, in the order written, dotted names gathered into nested objects. */
final class FieldsCompiler {
    private final Compilation compilation;
    private final Fragments fragments;
    private final XmlNames xmlNames;
    private final Map<Part, YamlNode> written = new HashMap<>();

    FieldsCompiler(Compilation compilation, Fragments fragments) {
        this.compilation = compilation;
        this.fragments = fragments;
        this.xmlNames = new XmlNames(compilation);
    }

    /** Compiles {@code fields} and {@code use} of an object. */
    void compile(YamlMap owner, Spot spot, List<Part> into) {
        Map<String, Entry> all = new LinkedHashMap<>();
        YamlNode use = owner.get("use");
        if (use != null) {
            int unread = fragments.unread();
            fragments.read(use).forEach(entry -> all.put(entry.key(), entry));
            if (fragments.unread() > unread) {
                spot.scope().isMissingFields();
            }
        }
        YamlNode fields = owner.get("fields");
        if (fields instanceof YamlMap map) {
            map.entries().forEach(entry -> all.put(entry.key(), entry));
        } else if (fields != null) {
            spot.scope().isMissingFields();
            compilation.error(fields, "bad-fields", "fields is " + fields.kind(), "write target: source lines");
        }
        all.values().forEach(entry -> field(entry, spot, into));
        attributesFirst(into);
    }

    private void field(Entry entry, Spot spot, List<Part> into) {
        List<String> names = Target.names(entry.key());
        if (names.isEmpty()) {
            knowMeant(entry.key(), spot);
            compilation.problems.error(
                    entry.place(),
                    "bad-target",
                    "'" + entry.key() + "' is no target path",
                    "write a.b, or 'a.b' in " + "quotes for a key with a dot in it");
            return;
        }
        if (compilation.writesXml && !names.stream().allMatch(name -> xmlNames.accepts(name, entry.place()))) {
            knowMeant(entry.key(), spot);
            return;
        }
        List<Part> parts = into;
        Spot at = spot;
        for (String name : names.subList(0, names.size() - 1)) {
            GroupPart group = group(name, at, parts, entry);
            if (group == null) {
                return;
            }
            at = at.in(name);
            parts = group.parts();
        }
        add(names.getLast(), entry, at, parts);
    }

    /** A field whose name cannot stand is named by others all the same. */
    private static void knowMeant(String written, Spot spot) {
        String meant = written.replaceAll("\\.{2,}", ".").replaceAll("^\\.|\\.$|'", "");
        BrokenPart part = new BrokenPart(new Name(meant), new Field(spot.label() + meant, "", false));
        spot.scope().parts.putIfAbsent(spot.dotted() + meant, part);
    }

    private void add(String name, Entry entry, Spot spot, List<Part> parts) {
        if (GroupCompiler.isGroup(entry.value()) && find(name, parts) instanceof GroupPart group) {
            new GroupCompiler(compilation, fragments).fill(group, (YamlMap) entry.value(), spot);
            return;
        }
        if (name.equals(Part.SPREAD) && !(entry.value() instanceof YamlMap map && EntriesCompiler.isKeyed(map))) {
            compilation.problems.error(
                    entry.place(),
                    "bad-target",
                    "'*' stands for keys that the record names",
                    "write { each: path, keyBy: field, pick: field, fields: … }");
            return;
        }
        Part before = find(name, parts);
        if (before != null) {
            duplicate(entry, before);
            return;
        }
        int outlined = compilation.outliner.next();
        Part part = compile(name, entry.value(), spot);
        parts.add(part);
        written.put(part, entry.value());
        compilation.outliner.field(outlined, part, entry.value(), spot.within());
        spot.scope().parts.put(spot.dotted() + name, part);
    }

    /** A field that has an error is there, but nothing is said of its value. */
    private Part compile(String name, YamlNode rule, Spot spot) {
        int before = compilation.problems.errorsNoted();
        Part part = new FieldCompiler(compilation, fragments, spot).compile(name, rule);
        boolean broken = part instanceof ValuePart && compilation.problems.errorsNoted() > before;
        return part == null || broken
                ? new BrokenPart(new Name(name), new Field(spot.label() + name, "", false))
                : part;
    }

    private @Nullable GroupPart group(String name, Spot spot, List<Part> parts, Entry entry) {
        Part found = find(name, parts);
        if (found instanceof GroupPart group) {
            return group;
        }
        if (found != null) {
            duplicate(entry, found);
            return null;
        }
        GroupPart group = new GroupPart(new Name(name), new Field(spot.label() + name, "", false), false);
        parts.add(group);
        spot.scope().parts.put(spot.dotted() + name, group);
        return group;
    }

    private void duplicate(Entry entry, Part before) {
        YamlNode first = written.get(before);
        String where = first == null ? "" : " in line " + first.place().line();
        compilation.problems.error(
                entry.place(),
                "duplicate-target",
                "'" + before.field.label() + "' is written already" + where,
                "keep one of the two");
    }

    private static @Nullable Part find(String name, List<Part> parts) {
        for (Part part : parts) {
            if (part.name.written().equals(name)) {
                return part;
            }
        }
        return null;
    }

    /** An XML element's attributes are written before its content. */
    private void attributesFirst(List<Part> parts) {
        if (compilation.writesXml) {
            List<Part> rest = new ArrayList<>(parts);
            parts.removeIf(part -> !part.name.isAttribute());
            rest.removeIf(part -> part.name.isAttribute());
            parts.addAll(rest);
        }
    }
}
