package io.linkspan.mapping.plan;

import io.linkspan.mapping.MappingOutline;
import io.linkspan.yaml.DidYouMean;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles {@code check}: rules over several fields. */
final class CheckCompiler {
    private static final List<String> KEYS = List.of("that", "field", "message", "code", "other", "description");

    private final Compilation compilation;
    private final Scope scope;
    private final String label;

    CheckCompiler(Compilation compilation, Scope scope, String label) {
        this.compilation = compilation;
        this.scope = scope;
        this.label = label;
    }

    List<Check> compile(@Nullable YamlNode node) {
        List<Check> checks = new ArrayList<>();
        if (node == null) {
            return checks;
        }
        if (!(node instanceof YamlList list)) {
            compilation.error(node, "bad-check", "check is " + node.kind(), "write a list of { that: …, field: … }");
            return checks;
        }
        for (YamlNode item : list.items()) {
            Check check = item instanceof YamlMap map ? check(map) : null;
            if (check != null) {
                checks.add(check);
            } else if (!(item instanceof YamlMap)) {
                compilation.error(
                        item, "bad-check", "a check is " + item.kind(), "write { that: …, field: …, message: … }");
            }
        }
        return checks;
    }

    private @Nullable Check check(YamlMap map) {
        map.refuseOthers(KEYS, compilation.problems);
        YamlNode that = map.get("that");
        Part part = part(map, "field");
        if (that == null) {
            compilation.error(map, "bad-check", "the check says no rule", "write that: validTo >= validFrom");
        }
        if (part == null && !map.has("field")) {
            compilation.error(map, "bad-check", "the check names no field", "write field: with the target it is about");
        }
        String other = map.has("other") && part(map, "other") != null ? label + text(map, "other", "") : null;
        if (that == null) {
            return null;
        }
        Bound rule = new Conditions(compilation).rule(that, scope, part == null ? Field.RECORD : part.field);
        if (part == null) {
            return null;
        }
        String message = text(map, "message", that instanceof YamlText text ? "broken rule: " + text.text() : "");
        String rawThat = that instanceof YamlText text ? text.text() : "";
        compilation.outliner.rule(
                new MappingOutline.Rule(part.field.label(), rawThat, message, text(map, "code", "cross_field")));
        return rule == null ? null : new Check(rule, part, scope, text(map, "code", "cross_field"), message, other);
    }

    private @Nullable Part part(YamlMap map, String key) {
        if (!(map.get(key) instanceof YamlText name)) {
            return null;
        }
        Part part = scope.parts.get(name.text());
        if (part == null && !scope.mayHaveMore()) {
            compilation.error(
                    name,
                    "unknown-field",
                    "there is no field '" + name.text() + "'",
                    DidYouMean.mend(name.text(), scope.parts.keySet()));
        }
        if (part != null) {
            part.remember();
        }
        return part;
    }

    private static String text(YamlMap map, String key, String otherwise) {
        return map.get(key) instanceof YamlText text ? text.text() : otherwise;
    }
}
