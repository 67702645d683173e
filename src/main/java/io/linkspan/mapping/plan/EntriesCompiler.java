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
import java.util.List;
import java.util.Objects;
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

    /** A list of objects, or one object. */
    @Nullable
    Part part(String name, YamlMap map) {
        boolean one = map.has("object");
        if (one == map.has("each")) {
            compilation.error(map, "bad-field", "'" + name + "' has each and object", "write one of them");
            return null;
        }
        Compiled compiled = compile(name, map, one);
        if (compiled == null) {
            return null;
        }
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

    private static String path(YamlMap map, boolean one) {
        return map.get(one ? "object" : "each") instanceof YamlText text ? text.text() : "";
    }

    /** One field of each entry, or of the first. */
    @Nullable
    Source picked(YamlMap map, boolean one) {
        Compiled compiled = compile("", map, one);
        YamlNode pick = map.get("pick");
        if (compiled == null || pick == null) {
            return null;
        }
        String wanted = pick instanceof YamlText text ? text.text() : "";
        Part part = compiled.inside.scope().parts.get(wanted);
        if (part == null) {
            compilation.error(
                    pick,
                    "unknown-field",
                    "there is no field '" + wanted + "' to pick",
                    DidYouMean.mend(wanted, compiled.inside.scope().parts.keySet()));
            return null;
        }
        return new PickSource(compiled.entries, part, one);
    }

    private @Nullable Compiled compile(String name, YamlMap map, boolean one) {
        Way way = compilation.elements(Objects.requireNonNull(map.get(one ? "object" : "each")), spot.here());
        if (way == null) {
            return null;
        }
        Scope scope = compilation.scope(spot.scope(), way.node());
        String label = spot.label() + name + (one ? "." : "[].");
        Spot inside = new Spot(scope, way.node(), "", label, within(path(map, one)));
        Entries entries = new Entries(
                way,
                scope,
                one,
                new Conditions(compilation)
                        .when(map.get("when"), spot.scope(), new Field(spot.label() + name, "", false)));
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
