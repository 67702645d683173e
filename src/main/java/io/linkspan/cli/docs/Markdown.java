package io.linkspan.cli.docs;

import java.util.List;
import java.util.stream.Collectors;

/** Writes Markdown; texts of people are escaped so that they cannot break a table. */
final class Markdown {
    private final StringBuilder page = new StringBuilder();

    Markdown heading(int level, String text) {
        return blank().line("#".repeat(level) + " " + text).blank();
    }

    Markdown line(String text) {
        page.append(text).append('\n');
        return this;
    }

    Markdown blank() {
        if (!page.isEmpty() && !page.toString().endsWith("\n\n")) {
            page.append('\n');
        }
        return this;
    }

    Markdown table(List<String> heads, List<List<String>> rows) {
        row(heads);
        row(heads.stream().map(head -> "---").toList());
        rows.forEach(this::row);
        return this;
    }

    private void row(List<String> cells) {
        line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** A person's text within a line or cell. */
    static String plain(String text) {
        return text.strip()
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replaceAll("\\s*\\R\\s*", " ");
    }

    /** A value or name as it stands in data. */
    static String code(String text) {
        String flat = text.replaceAll("\\R", "⏎").replace("|", "\\|");
        if (flat.isEmpty()) {
            return "(empty)";
        }
        return flat.contains("`") ? "`` " + flat + " ``" : "`" + flat + "`";
    }

    @Override
    public String toString() {
        return page.toString().strip() + "\n";
    }
}
