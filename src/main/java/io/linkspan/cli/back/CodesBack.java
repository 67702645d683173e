package io.linkspan.cli.back;

import io.linkspan.cli.start.Yaml;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns tables of codes round. */
final class CodesBack {
    private CodesBack() {}

    /** A lookup, where it is one to one. */
    static Undone ofLookup(YamlNode argument, Path flow) {
        if (!(argument instanceof YamlMap map)) {
            return Undone.NOTHING;
        }
        CodeFile file = CodeFile.named(map, flow);
        if (file != null) {
            return file.back();
        }
        boolean isLong = map.get("table") instanceof YamlMap;
        YamlMap table = map.get("table") instanceof YamlMap inner ? inner : map;
        List<Code> codes = new ArrayList<>();
        for (Entry entry : table.entries()) {
            boolean word = entry.key().equals("otherwise") && !isLong;
            if (!word && entry.value() instanceof YamlText value) {
                codes.add(new Code(entry.key(), value.isNull() ? null : value.text()));
            }
        }
        return of(codes);
    }

    /**
     * A code and what it becomes.
     *
     * @param result null for nothing
     */
    record Code(String code, @Nullable String result) {}

    /** A table that stands in the file of the way back. */
    static Undone of(List<Code> table) {
        Map<String, String> codes = new LinkedHashMap<>();
        Undone obstacle = obstacle(table);
        if (obstacle != null) {
            return obstacle;
        }
        table.forEach(code -> codes.put(String.valueOf(code.result()), code.code()));
        return Undone.by("lookup: " + written(codes));
    }

    /** Why a table cannot be turned round, or null. */
    static @Nullable Undone obstacle(List<Code> table) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Code code : table) {
            if (code.result() == null) {
                return Undone.impossible("'" + code.code() + "' becomes nothing that could be told back");
            }
            String before = codes.putIfAbsent(code.result(), code.code());
            if (before != null) {
                return Undone.impossible("the lookup is not one to one: '" + before + "' and '" + code.code()
                        + "' both become '" + code.result() + "'");
            }
        }
        return null;
    }

    /** Tokens of true and false; of several that mean the same the first is written. */
    static Undone ofBoolean(YamlNode argument) {
        if (!(argument instanceof YamlMap map)) {
            boolean plain = argument instanceof YamlText text && text.text().equals("true");
            return plain ? Undone.NOTHING : Undone.NOTHING.losing("which word for true or false it was");
        }
        Map<String, String> codes = new LinkedHashMap<>();
        if (!map.has("true") && !map.has("false")) {
            return Undone.NOTHING.losing("which word for true or false it was");
        }
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
