package io.linkspan.cli.lint;

import io.linkspan.flow.Outline.Target;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of a field's output from its rule alone. */
final class Written {
    /** The JSON types of what the mapping's compiler calls its kinds of values. */
    private static final Map<String, String> TYPES = Map.of(
            "text", "string",
            "whole number", "integer",
            "number", "number",
            "true or false", "boolean",
            "list", "array",
            "object", "object");

    private final Target target;

    private final @Nullable String kind;

    /**
     * What a field writes.
     *
     * @param kind the kind of its value in the compiler's words, or null where that is not known
     */
    Written(Target target, @Nullable String kind) {
        this.target = target;
        this.kind = kind;
    }

    /** The JSON type, or null where nothing can be said. */
    @Nullable
    String type() {
        return switch (target.kind()) {
            case OBJECT -> "object";
            case LIST -> "array";
            case VALUE -> kind == null ? null : TYPES.get(kind);
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
