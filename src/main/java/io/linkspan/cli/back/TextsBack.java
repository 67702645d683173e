package io.linkspan.cli.back;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes back what puts texts together or apart. */
final class TextsBack {
    private TextsBack() {}

    static Undone of(String step, YamlNode argument) {
        return switch (step) {
            case "split" -> split(argument);
            case "joined" -> joined(argument);
            case "template" -> template(argument);
            case "replace" -> replace(argument);
            default -> base64(argument);
        };
    }

    /** A text in quotes, as YAML has it on one line. */
    static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }

    private static Undone split(YamlNode argument) {
        YamlMap map = argument instanceof YamlMap written ? written : null;
        if (map != null && map.has("every")) {
            return Undone.by("joined: \"\"").losing("items that are shorter");
        }
        YamlNode by = map == null ? argument : map.get("by");
        YamlNode first = by instanceof YamlList signs && !signs.items().isEmpty()
                ? signs.items().getFirst()
                : by;
        if (!(first instanceof YamlText sign)) {
            return Undone.impossible("nothing says what stands between the items");
        }
        boolean several = by instanceof YamlList list && list.items().size() > 1;
        String loss = several ? "which sign stood between the items" : null;
        return Undone.by("joined: " + quoted(sign.text())).losing(loss);
    }

    private static Undone joined(YamlNode argument) {
        if (!(argument instanceof YamlText sign) || sign.text().isBlank()) {
            return Undone.impossible(
                    "it is joined by blanks, and nothing tells those between entries from those within");
        }
        return Undone.by("split: " + quoted(sign.text())).losing("entries that hold '" + sign.text() + "' themselves");
    }

    /** Of a template that takes nothing else, what stands before and behind the value goes. */
    private static Undone template(YamlNode argument) {
        String text = argument instanceof YamlText written ? written.text() : "";
        int place = text.indexOf("{}");
        if (place < 0 || text.replace("{}", "").contains("{") || text.indexOf("{}", place + 1) >= 0) {
            return Undone.impossible("its template takes several values");
        }
        return new Undone(stripped(text.substring(0, place), text.substring(place + 2)), null, null);
    }

    /** The steps that take away what stands before and behind a value. */
    static List<String> stripped(String before, String behind) {
        List<String> options = new ArrayList<>();
        if (!before.isEmpty()) {
            options.add("stripPrefix: " + quoted(before));
        }
        if (!behind.isEmpty()) {
            options.add("stripSuffix: " + quoted(behind));
        }
        return options;
    }

    private static Undone replace(YamlNode argument) {
        if (!(argument instanceof YamlMap map)) {
            return Undone.NOTHING;
        }
        List<String> turned = new ArrayList<>();
        Set<String> results = new LinkedHashSet<>();
        for (Entry entry : map.entries()) {
            String to = text(entry.value());
            if (to != null && !to.isEmpty()) {
                turned.add(quoted(to) + ": " + quoted(entry.key()));
                results.add(to);
            }
        }
        if (results.size() < turned.size()) {
            return Undone.impossible("'replace' makes the same of different texts");
        }
        boolean removes = turned.size() < map.entries().size();
        boolean swaps = !removes && results.equals(Set.copyOf(map.keys()));
        Undone undone = turned.isEmpty() ? Undone.NOTHING : Undone.by("replace: { " + String.join(", ", turned) + " }");
        return undone.losing(swaps ? null : removes ? "what replace took away" : "texts that looked replaced before");
    }

    private static Undone base64(YamlNode argument) {
        boolean map = argument instanceof YamlMap;
        String way = argument instanceof YamlMap options ? NumberBack.text(options, "way") : text(argument);
        String charset = argument instanceof YamlMap options ? NumberBack.text(options, "charset") : null;
        String other = "decode".equals(way) ? "encode" : "decode";
        return Undone.by("base64: "
                + (map ? "{ way: " + other + (charset == null ? "" : ", charset: " + charset) + " }" : other));
    }

    private static @Nullable String text(@Nullable YamlNode node) {
        return node instanceof YamlText text ? text.text() : null;
    }
}
