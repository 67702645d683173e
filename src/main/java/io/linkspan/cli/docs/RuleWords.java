package io.linkspan.cli.docs;

import io.linkspan.flow.Outline.Kind;
import io.linkspan.flow.Outline.Target;
import io.linkspan.mapping.function.Functions;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a field's rule in words, in the order its steps are taken. */
final class RuleWords {
    private static final Set<String> NO_STEPS = Set.of(
            "from", "each", "object", "fields", "with", "sensitive", "description", "required", "hidden", "check");

    private final Target target;
    private final Set<String> functions = new LinkedHashSet<>();

    RuleWords(Target target) {
        this.target = target;
    }

    /** The rule; a dash for a value taken as it is. */
    String words() {
        if (!(target.rule() instanceof YamlMap rule)) {
            return "as it is";
        }
        List<String> words = new ArrayList<>();
        switch (target.kind()) {
            case LIST -> words.add("a list, one entry for each");
            case OBJECT -> words.add("an object");
            case VALUE -> {
                if (rule.has("each")) {
                    words.add("a list");
                }
            }
        }
        rule.entries().forEach(entry -> add(words, entry, rule));
        return words.isEmpty() ? "as it is" : String.join("; ", words);
    }

    /** The functions met. */
    Set<String> functions() {
        return functions;
    }

    private void add(List<String> words, Entry entry, YamlMap rule) {
        if (entry.key().equals("steps") && entry.value() instanceof YamlList steps) {
            steps.items().forEach(step -> step(words, step));
        } else if (!NO_STEPS.contains(entry.key())) {
            words.add(said(entry.key(), entry.value(), rule));
        }
    }

    private void step(List<String> words, YamlNode step) {
        if (step instanceof YamlMap map) {
            map.entries().forEach(entry -> words.add(said(entry.key(), entry.value(), map)));
        } else {
            words.add(said(shown(step), null, null));
        }
    }

    private String said(String key, @Nullable YamlNode argument, @Nullable YamlMap rule) {
        return switch (key) {
            case "const" -> "always " + Markdown.code(shown(argument));
            case "expr" -> "computed: " + Markdown.code(shown(argument));
            case "when" -> "only when " + Markdown.code(shown(argument));
            case "where" -> "only those where " + Markdown.code(shown(argument));
            case "default" -> "without a value: " + Markdown.code(shown(argument));
            case "absent", "nil", "empty", "blank" -> "if " + key + ": " + becomes(argument);
            case "otherwise" -> "if not possible: " + refused(argument);
            case "sort" -> "sorted by " + Markdown.code(shown(argument));
            case "distinct" ->
                bare(argument) ? "without repetitions" : "only the first of each " + Markdown.code(shown(argument));
            case "limit" -> "at most " + Markdown.code(shown(argument));
            case "first" -> "the first of them";
            case "last" -> "the last of them";
            case "count" -> "how many there are";
            case "sum" -> "all added up";
            case "smallest" -> "the smallest of them";
            case "largest" -> "the largest of them";
            case "joined" -> "in one text, " + Markdown.code(shown(argument)) + " between them";
            case "keyBy" -> "each under the value of its " + Markdown.code(shown(argument));
            case "groupBy" -> "gathered by the value of " + Markdown.code(shown(argument));
            case "join" -> "put together" + separator(rule);
            case "coalesce" -> "the first that has a value";
            case "list" -> "a list of these";
            case "reference" ->
                "the target's id of the record of flow " + Markdown.code(flow(argument))
                        + ", for which this record waits";
            case "pick" -> "of it the field " + Markdown.code(shown(argument));
            case "use" -> "with the shared fields of " + Markdown.code(shown(argument));
            default -> function(key, argument);
        };
    }

    private String function(String name, @Nullable YamlNode argument) {
        if (Functions.all().containsKey(name)) {
            functions.add(name);
        }
        if (name.equals("lookup")) {
            return "**lookup**, table below";
        }
        return "**" + name + "**" + (bare(argument) ? "" : " " + Markdown.code(shown(argument)));
    }

    private static String flow(@Nullable YamlNode reference) {
        return shown(reference instanceof YamlMap keys ? keys.get("flow") : reference);
    }

    private static boolean bare(@Nullable YamlNode argument) {
        return argument == null
                || (argument instanceof YamlText text && text.text().equals("true"));
    }

    /** What becomes of a value that a rule refuses. */
    static String refused(@Nullable YamlNode otherwise) {
        boolean quiet = otherwise instanceof YamlMap map
                && map.get("warn") instanceof YamlText text
                && text.text().equals("false");
        if (otherwise instanceof YamlMap map && !map.has("value")) {
            boolean kept =
                    map.get("keep") instanceof YamlText text && text.text().equals("true");
            return kept ? "kept" + (quiet ? "" : ", with a warning") : "an error";
        }
        String becomes = otherwise == null ? "an error" : becomes(otherwise);
        return becomes + (becomes.equals("an error") || quiet ? "" : ", with a warning");
    }

    private static String separator(@Nullable YamlMap rule) {
        YamlNode with = rule == null ? null : rule.get("with");
        return with instanceof YamlText text && !text.text().equals(" ")
                ? ", " + Markdown.code(text.text()) + " between them"
                : ", a blank between them";
    }

    private static String becomes(@Nullable YamlNode node) {
        if (node instanceof YamlMap map && map.get("value") instanceof YamlText value) {
            return Markdown.code(value.text());
        }
        String word = shown(node);
        return switch (word) {
            case "omit" -> "left out";
            case "fail" -> "an error";
            case "keep" -> "kept";
            case "", "~", "null" -> "null";
            default -> Markdown.code(word);
        };
    }

    /** As it was written, on one line. */
    static String shown(@Nullable YamlNode node) {
        return switch (node) {
            case null -> "";
            case YamlText text -> text.quoted() && text.text().isBlank() ? "'" + text.text() + "'" : text.text();
            case YamlList list ->
                list.items().stream().map(RuleWords::shown).collect(Collectors.joining(", ", "[", "]"));
            case YamlMap map ->
                map.entries().stream()
                        .map(entry -> entry.key() + ": " + shown(entry.value()))
                        .collect(Collectors.joining(", "));
        };
    }

    /** Whether the field holds others and no value of its own. */
    boolean isContainer() {
        return target.kind() != Kind.VALUE;
    }
}
