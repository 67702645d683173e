package io.linkspan.cli.back;

import io.linkspan.cli.start.Yaml;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns tables of codes round. */
final class CodesBack {
    private CodesBack() {}

    /** A lookup, where it is one to one. */
    static Undone ofLookup(YamlNode argument) {
        YamlMap table = table(argument);
        if (table == null) {
            return Undone.impossible("its table lies in a file; turn that round and name it");
        }
        Map<String, String> codes = new LinkedHashMap<>();
        for (Entry entry : table.entries()) {
            if (!(entry.value() instanceof YamlText value) || value.isNull()) {
                return Undone.impossible("'" + entry.key() + "' becomes nothing that could be told back");
            }
            String before = codes.putIfAbsent(value.text(), entry.key());
            if (before != null) {
                return Undone.impossible("the lookup is not one to one: '" + before + "' and '" + entry.key()
                        + "' both become '" + value.text() + "'");
            }
        }
        return Undone.by("lookup: " + written(codes));
    }

    /** Tokens of true and false; of several that mean the same the first is written. */
    static Undone ofBoolean(YamlNode argument) {
        if (!(argument instanceof YamlMap map)) {
            boolean plain = argument instanceof YamlText text && text.text().equals("true");
            return plain ? Undone.NOTHING : Undone.NOTHING.losing("which word for true or false it was");
        }
        Map<String, String> codes = new LinkedHashMap<>();
        boolean several = false;
        for (String key : new String[] {"true", "false"}) {
            YamlNode tokens = map.get(key);
            several |= tokens instanceof YamlList list && list.items().size() > 1;
            String first = first(tokens);
            if (first == null) {
                return Undone.impossible("no word for " + key + " is known");
            }
            codes.put(key, first);
        }
        return Undone.by("lookup: " + written(codes)).losing(several ? "which word for true or false it was" : null);
    }

    private static @Nullable YamlMap table(YamlNode argument) {
        if (!(argument instanceof YamlMap map) || map.has("file")) {
            return null;
        }
        return map.get("table") instanceof YamlMap table ? table : map;
    }

    private static @Nullable String first(@Nullable YamlNode tokens) {
        YamlNode node = tokens instanceof YamlList list && !list.items().isEmpty()
                ? list.items().getFirst()
                : tokens;
        return node instanceof YamlText text ? text.text() : null;
    }

    private static String written(Map<String, String> codes) {
        return codes.entrySet().stream()
                .map(code -> Yaml.text(code.getKey()) + ": " + Yaml.text(code.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
