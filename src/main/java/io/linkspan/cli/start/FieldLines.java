package io.linkspan.cli.start;

import java.util.ArrayList;
import java.util.List;

/** Writes proposed fields as YAML, the rules of neighbours one below the other. */
final class FieldLines {
    private FieldLines() {}

    static List<String> of(List<Line> fields, String indent) {
        int width = fields.stream()
                .filter(field -> field.within().isEmpty())
                .mapToInt(field -> name(field).length())
                .filter(length -> length < 32)
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        boolean told = false;
        for (Line field : fields) {
            if (field.waits() && !told) {
                lines.add(indent + "# Not taken. A line without its # is:");
                told = true;
            }
            List<String> written =
                    field.within().isEmpty() ? List.of(single(field, indent, width)) : list(field, indent);
            written.forEach(line -> lines.add(field.waits() ? hidden(line, indent) : line));
        }
        return lines;
    }

    private static String single(Line field, String indent, int width) {
        String name = name(field) + ":";
        String padding = " ".repeat(Math.max(1, width + 2 - name.length()));
        return indent + name + padding + field.rule() + Yaml.comment(field.comment());
    }

    private static List<String> list(Line field, String indent) {
        List<String> lines = new ArrayList<>();
        lines.add(indent + name(field) + ":" + Yaml.comment(field.comment()));
        lines.add(indent + "  each: " + Yaml.text(field.rule()));
        lines.add(indent + "  fields:");
        lines.addAll(of(field.within(), indent + "    "));
        return lines;
    }

    private static String hidden(String line, String indent) {
        return indent + "# " + line.substring(indent.length());
    }

    private static String name(Line field) {
        return field.name().contains("'") ? '"' + field.name() + '"' : Yaml.text(field.name());
    }
}
