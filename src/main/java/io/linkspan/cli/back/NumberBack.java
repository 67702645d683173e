package io.linkspan.cli.back;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a number as the source had it. */
final class NumberBack {
    private NumberBack() {}

    static Undone of(YamlNode argument) {
        if (argument instanceof YamlText text) {
            return text.text().equals("true") ? Undone.NOTHING : Undone.by("formatNumber: " + text.text());
        }
        if (!(argument instanceof YamlMap map)) {
            return Undone.NOTHING;
        }
        List<String> options = new ArrayList<>();
        String locale = text(map, "locale");
        String point = text(map, "point");
        if (locale != null || ",".equals(point)) {
            options.add("locale: " + (locale == null ? "de" : locale));
        }
        for (String option : List.of("scale", "implied")) {
            if (map.has(option)) {
                options.add(option + ": " + text(map, option));
            }
        }
        Undone undone =
                options.isEmpty() ? Undone.NOTHING : Undone.by("formatNumber: { " + String.join(", ", options) + " }");
        return map.has("ignore") ? undone.losing("what stood before or behind the number") : undone;
    }

    /** A percentage is written with its sign. */
    static Undone ofPercent(YamlNode argument) {
        List<String> options = new ArrayList<>();
        boolean fraction = argument instanceof YamlText word && word.text().equals("fraction");
        String locale = null;
        if (argument instanceof YamlMap map) {
            fraction = "fraction".equals(text(map, "as"));
            locale = text(map, "locale");
        }
        if (fraction) {
            options.add("multiply: 100");
            options.add("decimal: { strip: true }");
        }
        if (fraction || locale != null) {
            options.add("formatNumber: " + (locale == null ? "true" : locale));
        }
        options.add("suffix: ' %'");
        return new Undone(options, "how the percent sign was written", null);
    }

    static @Nullable String text(YamlMap map, String key) {
        return map.get(key) instanceof YamlText text ? text.text() : null;
    }
}
