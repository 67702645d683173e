package io.linkspan.mapping.plan;

import io.linkspan.mapping.plan.Emptiness.Action;
import io.linkspan.mapping.plan.Emptiness.Kind;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what becomes of values that are not there. */
final class EmptinessReader {
    /** The keys of a field that say so. */
    static final Map<String, Kind> KINDS =
            Map.of("absent", Kind.ABSENT, "nil", Kind.NIL, "empty", Kind.EMPTY, "blank", Kind.BLANK);

    private static final List<String> DEFAULT_KEYS = List.of("absent", "nil", "empty", "blank", "list");

    private final Problems problems;

    EmptinessReader(Problems problems) {
        this.problems = problems;
    }

    /** {@code defaults: { absent: null, … }} of the file. */
    Emptiness fileDefaults(@Nullable YamlNode node) {
        if (node == null) {
            return Emptiness.STANDARD;
        }
        if (!(node instanceof YamlMap map)) {
            problems.error(node.place(), "bad-defaults", "defaults is " + node.kind(), "write { absent: null }");
            return Emptiness.STANDARD;
        }
        map.refuseOthers(DEFAULT_KEYS, problems);
        Emptiness defaults = withKinds(Emptiness.STANDARD, map);
        YamlNode list = map.get("list");
        Action action = list == null ? null : action(Kind.NO_ENTRIES, list, false);
        return action == null ? defaults : defaults.with(Kind.NO_ENTRIES, action);
    }

    /** What a field says, on top of what the file says. */
    Emptiness field(Emptiness fileDefaults, YamlMap field, boolean list) {
        Emptiness emptiness = withKinds(fileDefaults, field);
        YamlNode other = field.get("default");
        if (other != null) {
            Object value = Literal.of(other);
            Action action = value == Missing.NULL ? new Emptiness.Null() : new Emptiness.Instead(value);
            for (Kind kind : Kind.values()) {
                emptiness = emptiness.with(kind, action);
            }
        }
        YamlNode none = field.get("absent");
        Action action = list && none != null ? action(Kind.NO_ENTRIES, none, false) : null;
        return action == null ? emptiness : emptiness.with(Kind.NO_ENTRIES, action);
    }

    private Emptiness withKinds(Emptiness before, YamlMap map) {
        Emptiness emptiness = before;
        for (Entry entry : map.entries()) {
            Kind kind = KINDS.get(entry.key());
            Action action = kind == null ? null : action(kind, entry.value(), isOfEntries(map));
            if (kind != null && action != null) {
                emptiness = emptiness.with(kind, action);
                // Who says what an empty text becomes means a blank one too, unless he says otherwise.
                emptiness = kind == Kind.EMPTY && !map.has("blank") ? emptiness.with(Kind.BLANK, action) : emptiness;
            }
        }
        return emptiness;
    }

    /** Whether entries of objects are meant: one that is nil can be kept, as its fields read it. */
    private static boolean isOfEntries(YamlMap map) {
        return map.has("each") && (map.has("fields") || map.has("use"));
    }

    private @Nullable Action action(Kind kind, YamlNode node, boolean ofEntries) {
        YamlNode value = node instanceof YamlMap map && map.entries().size() == 1 ? map.get("value") : null;
        if (value != null) {
            Object constant = Literal.of(value);
            return constant == Missing.NULL ? new Emptiness.Null() : new Emptiness.Instead(constant);
        }
        if (kind == Kind.NO_ENTRIES
                && node instanceof YamlNode.YamlList list
                && list.items().isEmpty()) {
            return new Emptiness.Keep();
        }
        String word = node instanceof YamlText text ? (text.isNull() ? "null" : text.text()) : node.kind();
        boolean keeps = kind != Kind.ABSENT && (kind != Kind.NIL || ofEntries);
        return switch (word) {
            case "omit" -> new Emptiness.Omit();
            case "null" -> new Emptiness.Null();
            case "fail" -> new Emptiness.Fail();
            case "keep" -> keeps ? new Emptiness.Keep() : refused(node, kind, word);
            default -> refused(node, kind, word);
        };
    }

    private @Nullable Action refused(YamlNode node, Kind kind, String word) {
        List<String> words = kind == Kind.EMPTY || kind == Kind.BLANK
                ? List.of("omit", "null", "fail", "keep")
                : List.of("omit", "null", "fail");
        String near = DidYouMean.nearest(word, words)
                .map(found -> "did you mean '" + found + "'?")
                .orElse("write " + String.join(", ", words) + " or { value: … }");
        problems.error(node.place(), "bad-emptiness", "'" + word + "' says nothing about a value not there", near);
        return null;
    }
}
