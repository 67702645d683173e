package io.linkspan.cli.back;

import io.linkspan.cli.back.CodesBack.Code;
import io.linkspan.cli.start.Yaml;
import io.linkspan.mapping.function.CsvTable;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A lookup whose codes stand in a file. */
final class CodeFile {
    /** More codes than these are not written into a flow file. */
    private static final int MOST_IN_PLACE = 300;

    private final YamlMap argument;
    private final String name;
    private final String text;

    private CodeFile(YamlMap argument, String name, String text) {
        this.argument = argument;
        this.name = name;
        this.text = text;
    }

    /** The file that a lookup names; null where it has a table of its own. */
    static @Nullable CodeFile named(YamlMap argument, Path flow) {
        String name = NumberBack.text(argument, "file");
        if (name == null || argument.has("table")) {
            return null;
        }
        try {
            return new CodeFile(argument, name, Files.readString(flow.resolveSibling(name)));
        } catch (IOException unreadable) {
            return null; // a table that has a code 'file': a file that is not there the flow's reader has refused
        }
    }

    /** The same file by its other column where its columns have names, else its codes. */
    Undone back() {
        List<Code> codes = codes();
        Undone obstacle = CodesBack.obstacle(codes);
        if (obstacle != null) {
            return obstacle;
        }
        String key = NumberBack.text(argument, "key");
        String value = NumberBack.text(argument, "value");
        if (key != null && value != null) {
            String separator = NumberBack.text(argument, "separator");
            return Undone.by("lookup: { file: " + Yaml.text(name) + ", key: " + Yaml.text(value) + ", value: "
                    + Yaml.text(key) + (separator == null ? "" : ", separator: " + Yaml.text(separator)) + " }");
        }
        return codes.size() > MOST_IN_PLACE
                ? Undone.impossible("'" + name + "' has " + codes.size()
                        + " codes and no names for its columns: turn the file round and name it")
                : CodesBack.of(codes);
    }

    private List<Code> codes() {
        String lower = name.toLowerCase(Locale.ROOT);
        List<Code> codes = new ArrayList<>();
        if (lower.matches(".*\\.(ya?ml|json)")) {
            YamlMap table = YamlReader.readMap(name, text, new Problems());
            if (table != null) {
                table.entries()
                        .forEach(entry -> codes.add(new Code(
                                entry.key(),
                                entry.value() instanceof YamlText result && !result.isNull() ? result.text() : null)));
            }
            return codes;
        }
        List<List<String>> lines =
                CsvTable.read(text, NumberBack.text(argument, "separator")).lines();
        boolean named = argument.has("key") || argument.has("value");
        int key = named ? column(lines, "key", 0) : 0;
        int value = named ? column(lines, "value", 1) : 1;
        for (List<String> line : lines.subList(named ? 1 : 0, lines.size())) {
            codes.add(new Code(line.get(key).strip(), line.get(value).strip()));
        }
        return codes;
    }

    private int column(List<List<String>> lines, String option, int otherwise) {
        String column = NumberBack.text(argument, option);
        return column == null ? otherwise : lines.getFirst().indexOf(column);
    }
}
