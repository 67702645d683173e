package io.linkspan.mapping.function;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lookup's codes, from the mapping itself or a file beside it. */
record LookupTable(Map<String, Object> codes, boolean ignoreCase, boolean trim) {
    /** What a code that becomes nothing stands for. */
    static final Object NOTHING = new Object();

    static final int MOST_CODES = 100_000;

    private static final Set<String> LONG_KEYS =
            Set.of("table", "file", "key", "value", "separator", "ignoreCase", "trim", Otherwise.KEY);

    static LookupTable of(Argument argument) {
        if (!(argument.node() instanceof YamlMap map) || map.entries().isEmpty()) {
            argument.refuse(argument.node(), "needs a table", "write { A: customer, P: lead }");
            return new LookupTable(Map.of(), false, false);
        }
        Builder builder = new Builder(argument, isLong(map));
        if (builder.isLong) {
            map.refuseOthers(LONG_KEYS, argument.problems());
        }
        builder.read(map);
        return new LookupTable(Map.copyOf(builder.codes), builder.ignoreCase, builder.trim);
    }

    /** A table may have a code "file" of its own: the long form is one that has nothing else. */
    private static boolean isLong(YamlMap map) {
        return map.get("table") instanceof YamlMap || (map.has("file") && LONG_KEYS.containsAll(map.keys()));
    }

    private static final class Builder {
        private final Argument argument;
        private final boolean isLong;
        private final boolean ignoreCase;
        private final boolean trim;
        private final Map<String, Object> codes = new HashMap<>();

        Builder(Argument argument, boolean isLong) {
            this.argument = argument;
            this.isLong = isLong;
            this.ignoreCase = isLong && argument.flag("ignoreCase", false);
            this.trim = isLong && argument.flag("trim", false);
        }

        void read(YamlMap map) {
            YamlNode table = isLong ? map.get("table") : map;
            YamlNode file = isLong ? map.get("file") : null;
            if (table instanceof YamlMap inline) {
                put(inline);
            }
            if (file instanceof YamlText name) {
                readFile(name);
            }
        }

        private void readFile(YamlText name) {
            String text = argument.surroundings().read(name.text(), name, argument.problems());
            String lower = name.text().toLowerCase(Locale.ROOT);
            if (text == null) {
                return;
            }
            if (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json")) {
                YamlMap map = YamlReader.readMap(argument.surroundings().shown(name.text()), text, argument.problems());
                if (map != null) {
                    put(map);
                }
            } else {
                readCsv(name, text);
            }
        }

        private void readCsv(YamlText name, String text) {
            CsvTable csv = CsvTable.read(text, argument.text("separator"));
            boolean named = argument.has("key") || argument.has("value");
            int key = named ? column(csv, "key", 0) : 0;
            int value = named ? column(csv, "value", 1) : 1;
            List<List<String>> lines = csv.lines();
            for (int i = named ? 1 : 0; i < lines.size(); i++) {
                List<String> line = lines.get(i);
                if (line.size() <= Math.max(key, value)) {
                    argument.refuse(
                            name, "finds too few columns in line " + (i + 1) + " of the file", "check the separator");
                    return;
                }
                put(name, Blanks.trim(line.get(key)), Blanks.trim(line.get(value)));
            }
        }

        private int column(CsvTable csv, String key, int otherwise) {
            String name = argument.text(key);
            int column = name == null || csv.lines().isEmpty()
                    ? otherwise
                    : csv.lines().getFirst().indexOf(name);
            if (column < 0) {
                argument.refuse(argument.place(key), "finds no column '" + name + "' in the file's first line", "");
            }
            return Math.max(column, 0);
        }

        private void put(YamlMap map) {
            for (YamlNode.Entry entry : map.entries()) {
                if (!isLong && entry.key().equals(Otherwise.KEY)) {
                    continue;
                }
                if (entry.value() instanceof YamlText text) {
                    put(text, entry.key(), Plain.value(text));
                } else {
                    argument.refuse(
                            entry.value(),
                            "cannot give " + entry.value().kind() + " for a code",
                            "write a single value");
                }
            }
        }

        private void put(YamlNode place, String code, @Nullable Object value) {
            String trimmed = trim ? Blanks.trim(code) : code;
            String compared = ignoreCase ? trimmed.toLowerCase(Locale.ROOT) : trimmed;
            Object before = codes.put(compared, value == null ? NOTHING : value);
            if (before != null && !before.equals(value)) {
                argument.refuse(place, "has two results for '" + code + "'", "keep one of them");
            }
            if (codes.size() == MOST_CODES + 1) {
                argument.refuse(place, "takes at most " + MOST_CODES + " codes", "");
            }
        }
    }
}
