package io.linkspan.mapping.plan;

import io.linkspan.mapping.plan.Emptiness.Kind;
import io.linkspan.mapping.read.Way;
import io.linkspan.mapping.write.Name;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles {@code each} and {@code object} with fields: lists of objects, and the first object of one. */
final class EntriesCompiler {
    private final Compilation compilation;
    private final Fragments fragments;
    private final Spot spot;

    EntriesCompiler(Compilation compilation, Fragments fragments, Spot spot) {
        this.compilation = compilation;
        this.fragments = fragments;
        this.spot = spot;
    }

    /** Entries with the fields in them. */
    private record Compiled(Entries entries, List<Part> parts, List<Check> checks, Spot inside) {}

    /** Whether the entries are written under keys of their own. */
    static boolean isKeyed(YamlMap map) {
        return map.has("keyBy") || map.has("groupBy");
    }

    /** A list of objects, one object, or an object of keyed entries. */
    @Nullable
    Part part(String name, YamlMap map) {
        if (isKeyed(map)) {
            return keyed(name, map);
        }
        boolean one = map.has("object");
        if (one == map.has("each")) {
            compilation.error(map, "bad-field", "'" + name + "' has each and object", "write one of them");
            compile(name, map, false);
            return null;
        }
        Compiled compiled = compile(name, map, one);
        Emptiness emptiness = new EmptinessReader(compilation.problems).field(compilation.defaults, map, !one);
        emptiness = FieldCompiler.isTrue(map.get("required")) ? emptiness.asRequired() : emptiness;
        if (one && !map.has("empty")) {
            // An object none of whose fields is there is as good as absent.
            emptiness = emptiness.with(
                    Kind.EMPTY, Objects.requireNonNullElseGet(emptiness.get(Kind.ABSENT), Emptiness.Omit::new));
        }
        Field field = new Field(spot.label() + name, path(map, one), false);
        boolean hidden = FieldCompiler.isTrue(map.get("hidden"));
        return one
                ? new ObjectPart(
                        new Name(name), field, hidden, compiled.entries, compiled.parts, compiled.checks, emptiness)
                : new ListPart(
                        new Name(name), field, hidden, compiled.entries, compiled.parts, compiled.checks, emptiness);
    }

    private String within(String path) {
        return spot.within().isEmpty() || path.startsWith("/") ? path : spot.within() + "/" + path;
    }

    /** Whether an entry that is nil is one like the others: its fields say what becomes of it. */
    private static boolean keepsNil(YamlMap map) {
        return map.get("nil") instanceof YamlText word && word.text().equals("keep");
    }

    private static String path(YamlMap map, boolean one) {
        return map.get(one ? "object" : "each") instanceof YamlText text ? text.text() : "";
    }

    /** One field of each entry, or of the first. */
    @Nullable
    Source picked(YamlMap map, boolean one) {
        Compiled compiled = compile("", map, one);
        Part part = named("pick", map, compiled);
        return part == null ? null : new PickSource(compiled.entries, part, one);
    }

    /** The field of the entries that an option names; null after a problem. */
    private @Nullable Part named(String option, YamlMap map, Compiled compiled) {
        YamlNode node = Objects.requireNonNull(map.get(option));
        String wanted = node instanceof YamlText text ? text.text() : "";
        Part part = compiled.inside.scope().parts.get(wanted);
        if (part == null && !compiled.inside.scope().mayHaveMore()) {
            compilation.error(
                    node,
                    "unknown-field",
                    option + " names '" + wanted + "', which the entries do not have",
                    DidYouMean.mend(wanted, compiled.inside.scope().parts.keySet()));
        }
        return part;
    }

    private @Nullable Part keyed(String name, YamlMap map) {
        String option = map.has("keyBy") ? "keyBy" : "groupBy";
        if (!map.has("each") || compilation.writesXml) {
            String mend = compilation.writesXml ? "elements of XML have fixed names" : "write { each: path, … }";
            compilation.error(map, "bad-field", option + " cannot be used here", mend);
            compile(name, map, !map.has("each"));
            return null;
        }
        Compiled compiled = compile(name, map, false);
        Part key = named(option, map, compiled);
        Part picked = map.has("pick") ? named("pick", map, compiled) : null;
        if (key == null || (picked == null && map.has("pick"))) {
            return null;
        }
        Emptiness emptiness = new EmptinessReader(compilation.problems).field(compilation.defaults, map, false);
        emptiness = FieldCompiler.isTrue(map.get("required")) ? emptiness.asRequired() : emptiness;
        KeyedPart part = new KeyedPart(
                new Name(name),
                new Field(spot.label() + name, path(map, false), false),
                FieldCompiler.isTrue(map.get("hidden")),
                compiled.entries,
                new KeyedPart.Body(key, option.equals("groupBy"), picked, new Members(compiled.parts), compiled.checks),
                emptiness);
        if (part.isSpread()) {
            compilation.later(() -> part.leave(beside()));
        }
        return part;
    }

    /** The keys that the fields beside write. */
    private Set<String> beside() {
        Set<String> keys = new HashSet<>();
        spot.scope().parts.forEach((name, part) -> {
            if (name.equals(spot.dotted() + part.name.written()) && !part.hidden) {
                keys.add(part.name.written());
            }
        });
        return keys;
    }

    private Compiled compile(String name, YamlMap map, boolean one) {
        Way found = compilation.elements(Objects.requireNonNull(map.get(one ? "object" : "each")), spot.here());
        Way way = found == null ? compilation.somewhere(spot.here()) : found;
        Scope scope = compilation.scope(spot.scope(), way.node());
        String label = spot.label() + name + (one ? "." : "[].");
        Spot inside = new Spot(scope, way.node(), "", label, within(path(map, one)));
        Entries entries = new Entries(
                way,
                scope,
                one || keepsNil(map),
                new Conditions(compilation).when(map.get("when"), spot, new Field(spot.label() + name, "", false)));
        List<Part> parts = new ArrayList<>();
        new FieldsCompiler(compilation, fragments).compile(map, inside, parts);
        for (Entry entry : map.entries()) {
            Entries.Sieve sieve = new Sieves(compilation, scope).compile(entry);
            if (sieve != null) {
                entries.add(sieve);
            }
        }
        List<Check> checks = new CheckCompiler(compilation, scope, label).compile(map.get("check"));
        return new Compiled(entries, List.copyOf(parts), checks, inside);
    }
}
