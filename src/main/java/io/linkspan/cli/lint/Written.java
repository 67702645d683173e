package io.linkspan.cli.lint;

import io.linkspan.flow.Outline;
import io.linkspan.flow.Outline.Target;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of a field's output from its rule alone. */
final class Written {
    /** Functions that decide the type of what they give; all others leave it, or nothing can be said. */
    private static final Map<String, String> GIVES = Map.ofEntries(
            Map.entry("decimal", "number"),
            Map.entry("percent", "number"),
            Map.entry("integer", "integer"),
            Map.entry("minorUnits", "integer"),
            Map.entry("count", "integer"),
            Map.entry("boolean", "boolean"),
            Map.entry("not", "boolean"),
            Map.entry("date", "string"),
            Map.entry("dateTime", "string"),
            Map.entry("trim", "string"),
            Map.entry("lower", "string"),
            Map.entry("upper", "string"),
            Map.entry("phone", "string"),
            Map.entry("max", "string"));

    private static final List<String> OPEN_ENDED =
            List.of("expr", "pick", "steps", "lookup", "reference", "sum", "min");

    private final Target target;

    Written(Target target) {
        this.target = target;
    }

    /** The JSON type, or null where nothing can be said. */
    @Nullable
    String type() {
        if (target.kind() == Outline.Kind.OBJECT) {
            return "object";
        }
        if (target.kind() == Outline.Kind.LIST) {
            return "array";
        }
        return target.rule() instanceof YamlMap rule ? typeOf(rule) : "string";
    }

    private static @Nullable String typeOf(YamlMap rule) {
        if (rule.has("const")) {
            return rule.get("const") instanceof YamlText text ? literal(text) : null;
        }
        if (OPEN_ENDED.stream().anyMatch(rule::has)) {
            return null;
        }
        String type = rule.has("list") || rule.has("each") ? "array" : "string";
        for (Entry entry : rule.entries()) {
            type = GIVES.getOrDefault(entry.key(), type);
        }
        boolean folded = List.of("first", "last", "joined", "count").stream().anyMatch(rule::has);
        return rule.has("each") && !folded ? "array" : type;
    }

    /** The type of a value as YAML 1.2 reads it. */
    private static @Nullable String literal(YamlText text) {
        if (text.quoted()) {
            return "string";
        }
        if (text.isNull()) {
            return null;
        }
        return switch (text.text()) {
            case "true", "false" -> "boolean";
            case String number when number.matches("-?\\d+") -> "integer";
            case String number when number.matches("-?\\d+\\.\\d+([eE][+-]?\\d+)?") -> "number";
            default -> "string";
        };
    }

    /** The texts the field can come to where these are written down: a constant, the results of a lookup. */
    Set<YamlText> words() {
        Set<YamlText> words = new LinkedHashSet<>();
        if (target.rule() instanceof YamlMap rule) {
            add(words, rule.get("const"));
            add(words, rule.get("default"));
            if (rule.get("lookup") instanceof YamlMap lookup && !lookup.has("file") && !lookup.has("table")) {
                lookup.entries().forEach(entry -> add(words, entry.value()));
            }
        }
        return words;
    }

    /** The length the field is cut or held to, or null for any. */
    @Nullable
    Integer longest() {
        YamlNode max = target.rule() instanceof YamlMap rule ? rule.get("max") : null;
        YamlNode number = max instanceof YamlMap keys ? keys.get("length") : max;
        return number instanceof YamlText text && text.text().matches("\\d{1,9}") ? Integer.valueOf(text.text()) : null;
    }

    /** Whether the field is a text of any length from the source. */
    boolean isFreeText() {
        boolean fixed = target.rule() instanceof YamlMap rule
                && List.of("const", "lookup", "date", "dateTime", "oneOf", "phone", "reference", "expr").stream()
                        .anyMatch(rule::has);
        return "string".equals(type()) && !fixed;
    }

    private static void add(Set<YamlText> words, @Nullable YamlNode node) {
        if (node instanceof YamlText text && !text.isNull()) {
            words.add(text);
        }
    }
}
