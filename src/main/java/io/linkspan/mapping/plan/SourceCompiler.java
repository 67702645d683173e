package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Way;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles where a field's value begins. */
final class SourceCompiler {
    /** Exactly one of them stands in a field. */
    static final List<String> KEYS = List.of("from", "const", "expr", "join", "coalesce", "each", "object", "list");

    private final Compilation compilation;
    private final Fragments fragments;
    private final Spot spot;

    SourceCompiler(Compilation compilation, Fragments fragments, Spot spot) {
        this.compilation = compilation;
        this.fragments = fragments;
        this.spot = spot;
    }

    /** Whether the field's value begins as a list. */
    boolean givesList(YamlMap map) {
        return map.has("each") || map.has("list");
    }

    /** Where the field is read, for messages. */
    String written(YamlMap map) {
        for (String key : KEYS) {
            YamlNode node = map.get(key);
            if (node != null) {
                return written(key, node);
            }
        }
        return "";
    }

    private static String written(String key, YamlNode node) {
        return switch (node) {
            case YamlText text -> key.equals("const") ? "" : text.text();
            case YamlList list ->
                list.items().stream()
                        .map(item ->
                                item instanceof YamlMap map && map.get("from") instanceof YamlText from ? from : item)
                        .filter(YamlText.class::isInstance)
                        .map(item -> ((YamlText) item).text())
                        .collect(Collectors.joining(", "));
            case YamlMap map -> "";
        };
    }

    Source ofPath(YamlText path) {
        Way way = compilation.value(path, spot.here());
        return way == null ? (run, here) -> null : new WaySource(way, compilation.readsJson ? Kind.ANY : Kind.TEXT);
    }

    /** The source of a field; null after a problem. */
    @Nullable
    Source compile(YamlMap map, Emptiness emptiness, String name) {
        List<String> said = KEYS.stream().filter(map::has).toList();
        if (said.size() != 1) {
            compilation.error(
                    map,
                    "bad-field",
                    said.isEmpty()
                            ? "'" + name + "' has no source"
                            : "'" + name + "' has several sources: " + String.join(", ", said),
                    "write one of " + String.join(", ", KEYS));
            return null;
        }
        YamlNode node = Objects.requireNonNull(map.get(said.getFirst()));
        return switch (said.getFirst()) {
            case "from" -> from(node);
            case "const" -> constant(node);
            case "expr" ->
                new Conditions(compilation).expression(node, spot, new Field(spot.label() + name, "", false));
            case "join" -> join(map, node, name);
            case "coalesce" -> coalesce(node, name);
            case "list" -> list(node, name);
            case "each" -> each(map, node, emptiness);
            default -> object(map);
        };
    }

    private @Nullable Source from(YamlNode node) {
        YamlText text = compilation.text(node, "from", "write a source path, or coalesce: [ … ] for several");
        return text == null ? null : ofPath(text);
    }

    private static Source constant(YamlNode node) {
        Object value = Literal.of(node);
        return new ConstSource(value);
    }

    private @Nullable Source join(YamlMap map, YamlNode node, String name) {
        String with = map.get("with") instanceof YamlText text ? text.text() : " ";
        return new JoinSource(pieces(node, name), with);
    }

    private Source coalesce(YamlNode node, String name) {
        return new CoalesceSource(pieces(node, name));
    }

    private Source list(YamlNode node, String name) {
        return new PieceList(compilation, fragments, spot).compile(node, name);
    }

    private List<ValuePart> pieces(YamlNode node, String name) {
        List<ValuePart> pieces = new ArrayList<>();
        if (!(node instanceof YamlList list) || list.items().isEmpty()) {
            compilation.error(node, "bad-field", "'" + name + "' needs a list of sources", "write [ First, Last ]");
            return pieces;
        }
        for (YamlNode item : list.items()) {
            ValuePart piece = new FieldCompiler(compilation, fragments, spot).piece(name, item);
            if (piece != null) {
                pieces.add(piece);
            }
        }
        return List.copyOf(pieces);
    }

    private @Nullable Source each(YamlMap map, YamlNode node, Emptiness emptiness) {
        if (map.has("pick")) {
            return new EntriesCompiler(compilation, fragments, spot).picked(map, false);
        }
        if (OpCompiler.countsFirst(map, compilation.functions.keySet())) {
            Way elements = compilation.elements(node, spot.here());
            return elements == null ? null : new CountSource(elements);
        }
        Way way = compilation.values(node, spot.here());
        return way == null ? null : new ValuesSource(way, entryPolicy(map, emptiness));
    }

    /** Entries that are not there are dropped unless the field itself says otherwise. */
    private static Emptiness entryPolicy(YamlMap map, Emptiness said) {
        Emptiness entries = Emptiness.STANDARD;
        for (Emptiness.Kind kind : List.of(Emptiness.Kind.NIL, Emptiness.Kind.EMPTY, Emptiness.Kind.BLANK)) {
            String key = kind.code();
            boolean own = map.has(key) || (kind == Emptiness.Kind.BLANK && map.has("empty"));
            Emptiness.Action action = own ? said.get(kind) : null;
            entries = entries.with(kind, action == null ? new Emptiness.Omit() : action);
        }
        return entries;
    }

    private @Nullable Source object(YamlMap map) {
        if (map.has("pick")) {
            return new EntriesCompiler(compilation, fragments, spot).picked(map, true);
        }
        compilation.error(map, "bad-field", "object: needs fields", "write { object: path, fields: { … } }");
        return null;
    }
}
