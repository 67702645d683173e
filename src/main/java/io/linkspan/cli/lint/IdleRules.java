package io.linkspan.cli.lint;

import io.linkspan.flow.Outline.Target;
import io.linkspan.flow.WrittenFlow;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds rules that can never matter. */
final class IdleRules {
    private static final Set<String> EXPRESSIONS =
            Set.of("expr", "when", "that", "where", "pick", "sort", "keyBy", "groupBy");

    private final WrittenFlow file;
    private final Problems problems;

    IdleRules(WrittenFlow file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void check() {
        for (Target target : file.outline().targets()) {
            if (target.rule() instanceof YamlMap rule) {
                afterConstant(rule);
                constantWithDefault(rule);
            }
            if (target.hidden() && file.complete() && !isNamed(target)) {
                problems.warning(
                        target.place(),
                        "unused-field",
                        "'" + target.label() + "' is hidden and no expression uses it",
                        "leave the field out, or take 'hidden' away");
            }
        }
    }

    /** What stands behind a constant in a coalesce is never reached. */
    private void afterConstant(YamlMap rule) {
        if (!(rule.get("coalesce") instanceof YamlList sources)) {
            return;
        }
        boolean reached = true;
        for (YamlNode source : sources.items()) {
            if (!reached) {
                problems.warning(
                        source.place(), "unreachable-source", "this source is never reached", "put the constant last");
                return;
            }
            reached = !(source instanceof YamlMap map && (map.has("const") || map.has("default")));
        }
    }

    private void constantWithDefault(YamlMap rule) {
        if (rule.has("const") && rule.has("default")) {
            problems.warning(
                    rule.place(), "unreachable-default", "a constant never needs its default", "leave 'default' out");
        }
    }

    private boolean isNamed(Target target) {
        String name = target.label().replaceFirst(".*[.\\]]", "");
        Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
        YamlNode checks = file.root().get("check");
        boolean checked = checks != null && names(checks, word, false);
        return checked || file.outline().targets().stream().anyMatch(other -> names(other.rule(), word, false));
    }

    /** Whether an expression within a rule names a field. */
    private static boolean names(YamlNode node, Pattern word, boolean expression) {
        return switch (node) {
            case YamlText text -> expression && word.matcher(text.text()).find();
            case YamlList list -> list.items().stream().anyMatch(item -> names(item, word, expression));
            case YamlMap map ->
                map.entries().stream()
                        .anyMatch(entry -> names(entry.value(), word, expression || EXPRESSIONS.contains(entry.key())));
        };
    }
}
