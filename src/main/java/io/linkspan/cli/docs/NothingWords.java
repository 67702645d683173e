package io.linkspan.cli.docs;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what becomes of values that are not there, where a field says nothing else. */
final class NothingWords {
    private final @Nullable YamlNode defaults;

    NothingWords(@Nullable YamlNode defaults) {
        this.defaults = defaults;
    }

    List<List<String>> rows() {
        String empty = of("empty", "null");
        return List.of(
                List.of("is not in the record", of("absent", "omit")),
                List.of("is there and says that it has no value (nil)", of("nil", "null")),
                List.of("is empty", empty),
                List.of("holds only blanks", said("blank") == null ? empty : of("blank", "null")),
                List.of("is a list without entries", of("list", "keep")));
    }

    private @Nullable YamlNode said(String kind) {
        return defaults instanceof YamlMap map ? map.get(kind) : null;
    }

    private String of(String kind, String usual) {
        YamlNode node = said(kind);
        if (node instanceof YamlMap map && map.get("value") instanceof YamlText value) {
            return "becomes " + Markdown.code(value.text());
        }
        String word = node == null ? usual : RuleWords.shown(node);
        return switch (word) {
            case "omit" -> "is left out: the target keeps what it has";
            case "fail" -> "is an error: the record is not sent";
            case "keep" -> kind.equals("list") ? "stays an empty list" : "stays as it is";
            case "", "~", "null" -> "becomes null: the target clears the field";
            default -> "stays an empty list";
        };
    }
}
