package io.linkspan.flow;

import io.linkspan.flow.Outline.Target;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field's switches say true or false and nothing else: {@code required: yes} must not quietly mean no. */
final class Switches {
    private static final List<String> KEYS = List.of("required", "sensitive", "hidden");

    private Switches() {}

    static void check(Outline outline, Problems problems) {
        for (Target target : outline.targets()) {
            if (target.rule() instanceof YamlMap rule) {
                KEYS.forEach(key -> check(key, rule.get(key), problems));
            }
        }
    }

    private static void check(String key, @Nullable YamlNode value, Problems problems) {
        boolean fine = value == null
                || (value instanceof YamlText text
                        && (text.text().equals("true") || text.text().equals("false")));
        if (!fine && value != null) {
            String held = value instanceof YamlText text ? "'" + text.text() + "'" : value.kind();
            problems.error(value.place(), "wrong-value", "'" + key + "' holds " + held, "write true or false");
        }
    }
}
