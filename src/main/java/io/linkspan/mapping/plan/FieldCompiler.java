package io.linkspan.mapping.plan;

import io.linkspan.mapping.write.Name;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compiles one field. */
final class FieldCompiler {
    private static final Set<String> OPTIONS = Set.of(
            "with",
            "when",
            "required",
            "sensitive",
            "default",
            "absent",
            "nil",
            "empty",
            "blank",
            "hidden",
            "description");
    private static final Set<String> OF_ENTRIES = Set.of("fields", "use", "pick", "where", "check", "keyBy", "groupBy");

    private final Compilation compilation;
    private final Fragments fragments;
    private final Spot spot;

    FieldCompiler(Compilation compilation, Fragments fragments, Spot spot) {
        this.compilation = compilation;
        this.fragments = fragments;
        this.spot = spot;
    }

    static boolean isTrue(@Nullable YamlNode node) {
        return node instanceof YamlText text && text.text().equals("true");
    }

    /** The field's part; null after a problem. */
    @Nullable
    Part compile(String name, YamlNode node) {
        compilation.compiling(spot.label() + name);
        if (!(node instanceof YamlMap map)) {
            return value(name, node);
        }
        if (GroupCompiler.isGroup(map)) {
            return new GroupCompiler(compilation, fragments).compile(name, map, spot);
        }
        boolean ofObjects = map.has("fields") || map.has("use");
        if (ofObjects && (!map.has("pick") || EntriesCompiler.isKeyed(map))) {
            refuseUnknown(map, ofObjects);
            refuseIdle(map);
            return new EntriesCompiler(compilation, fragments, spot).part(name, map);
        }
        return value(name, map);
    }

    /** A single value or a list of them. */
    @Nullable
    ValuePart value(String name, YamlNode node) {
        return switch (node) {
            case YamlText path -> ofPath(name, path);
            case YamlMap map -> ofMap(name, map, compilation.defaults);
            case YamlNode.YamlList list -> {
                compilation.error(
                        list,
                        "bad-field",
                        "a field is no list",
                        "write { coalesce: [ … ] }, { join: [ … ] } or { list: [ … ] }");
                yield null;
            }
        };
    }

    /** A value within a join or a coalesce: what is not there is for the whole to say. */
    @Nullable
    ValuePart piece(String name, YamlNode node) {
        Emptiness silent = Emptiness.STANDARD
                .with(Emptiness.Kind.ABSENT, new Emptiness.Omit())
                .with(Emptiness.Kind.NO_ENTRIES, new Emptiness.Null());
        if (node instanceof YamlText path) {
            Source source = new SourceCompiler(compilation, fragments, spot).ofPath(path);
            return source == null ? null : plain(name, path, source, silent);
        }
        if (node instanceof YamlMap map) {
            return ofMap(name, map, silent);
        }
        compilation.error(node, "bad-field", "a list stands here", "write a source path or { from: … }");
        return null;
    }

    private @Nullable ValuePart ofPath(String name, YamlText path) {
        if (path.isNull()) {
            compilation.error(
                    path, "bad-field", "'" + name + "' has no rule", "write a source path or { const: null }");
            return null;
        }
        Source source = new SourceCompiler(compilation, fragments, spot).ofPath(path);
        return source == null ? null : plain(name, path, source, compilation.defaults);
    }

    private @Nullable ValuePart ofMap(String name, YamlMap map, Emptiness defaults) {
        refuseUnknown(map, map.has("pick"));
        SourceCompiler sources = new SourceCompiler(compilation, fragments, spot);
        Emptiness emptiness = new EmptinessReader(compilation.problems).field(defaults, map, sources.givesList(map));
        emptiness = isTrue(map.get("required")) ? emptiness.asRequired() : emptiness;
        boolean misspelt = SourceCompiler.KEYS.stream().noneMatch(map::has) && isMisspelt(map);
        Source source = misspelt ? null : sources.compile(map, emptiness, name);
        List<Op> ops = new OpCompiler(compilation, spot, map).compile();
        When when = new Conditions(compilation).when(map.get("when"), spot, new Field(spot.label() + name, "", false));
        if (source == null) {
            return null;
        }
        if (emptiness.isRequired() && source instanceof ConstSource constant && constant.isNothing()) {
            compilation.error(
                    map,
                    "required-nothing",
                    "'" + name + "' is required, and its constant is nothing",
                    "write a value, or leave 'required' out");
        }
        Field field = new Field(spot.label() + name, sources.written(map), isTrue(map.get("sensitive")));
        ValuePart.Rule rule = new ValuePart.Rule(source, ops, emptiness, when);
        return new ValuePart(new Name(name), field, isTrue(map.get("hidden")), spot.scope(), rule);
    }

    private ValuePart plain(String name, YamlText path, Source source, Emptiness emptiness) {
        Field field = new Field(spot.label() + name, path.text(), false);
        ValuePart.Rule rule = new ValuePart.Rule(source, List.of(), emptiness, null);
        return new ValuePart(new Name(name), field, false, spot.scope(), rule);
    }

    /** What is about a single value does nothing for objects. */
    private void refuseIdle(YamlMap map) {
        for (Entry entry : map.entries()) {
            boolean idle = entry.key().equals("sensitive")
                    || (OpCompiler.KEYS.contains(entry.key()) && !OpCompiler.OF_ENTRIES.contains(entry.key()))
                    || (compilation.functions.containsKey(entry.key()) && !OF_ENTRIES.contains(entry.key()));
            if (idle) {
                compilation.problems.error(
                        entry.place(),
                        "idle-option",
                        "'" + entry.key() + "' is about values, not about objects with fields",
                        "write it at one of the fields, or 'pick' the field it is about");
            }
        }
    }

    /** All that may be the key of some field. */
    private Set<String> words() {
        Set<String> words = new TreeSet<>(OPTIONS);
        words.addAll(SourceCompiler.KEYS);
        words.addAll(OpCompiler.KEYS);
        words.addAll(compilation.functions.keySet());
        words.addAll(OF_ENTRIES);
        return words;
    }

    /** Whether an unknown key is told already that was meant for where the value comes from. */
    private boolean isMisspelt(YamlMap map) {
        Set<String> words = words();
        return map.keys().stream()
                .filter(key -> !words.contains(key))
                .map(key -> OtherWords.meant(key, words).orElse(""))
                .anyMatch(meant -> SourceCompiler.KEYS.contains(meant) || OF_ENTRIES.contains(meant));
    }

    private void refuseUnknown(YamlMap map, boolean ofObjects) {
        Set<String> words = words();
        Set<String> known = new TreeSet<>(words);
        if (!ofObjects && !map.has("each")) {
            known.removeIf(word -> OF_ENTRIES.contains(word) && !compilation.functions.containsKey(word));
        }
        List<String> companions = new ArrayList<>();
        compilation.functions.values().forEach(function -> {
            if (map.has(function.name())) {
                companions.addAll(function.companions());
            }
        });
        for (Entry entry : map.entries()) {
            if (!known.contains(entry.key()) && !companions.contains(entry.key())) {
                compilation.problems.error(
                        entry.place(),
                        "unknown-function",
                        "there is no function or option '" + entry.key() + "'",
                        OtherWords.mend(entry.key(), words));
            }
        }
    }
}
