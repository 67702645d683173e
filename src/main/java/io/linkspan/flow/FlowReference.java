package io.linkspan.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page {@code docs/flow-file.md}: every key of a flow file but those of the fields, from the keys the reader knows. */
final class FlowReference {
    private static final String HEAD = """
            # The flow file

            Where records come from and where they go: every key of a flow file but the fields', whose language has [a page of its
            own](mapping-language.md). [`mappings/customers.yaml`](../mappings/customers.yaml) shows most of them in use. This page is
            written from what the reader of flow files knows; editors show the same by the schema beside the flows.

            """;

    private final List<String> lines = new ArrayList<>();
    private final Set<Section> told = new LinkedHashSet<>();

    private FlowReference() {}

    /** The whole page. */
    static String markdown() {
        FlowReference page = new FlowReference();
        page.section("", FlowKeys.ROOT);
        return HEAD + String.join("\n", page.lines) + "\n";
    }

    /** A table of a section's keys, then one for each section within; a section met twice is told once. */
    private void section(String path, Section section) {
        told.add(section);
        lines.add("## " + (path.isEmpty() ? "At the top" : "`" + path + "`"));
        lines.add("");
        lines.add("| key | holds | means |");
        lines.add("| --- | --- | --- |");
        section.keys().values().forEach(key -> lines.add(row(path, key)));
        lines.add("");
        section.keys().values().forEach(key -> {
            Section within = within(key.expects());
            if (within != null && !told.contains(within)) {
                section(below(path, key), within);
            }
        });
    }

    private String row(String path, Section.Key key) {
        Section within = within(key.expects());
        String holds = within == null
                ? holds(key.expects())
                : "keys: " + (told.contains(within) ? "as told above" : "see `" + below(path, key) + "`");
        return "| `" + key.name() + "`" + (key.required() ? " (must)" : "") + " | " + escaped(holds) + " | "
                + escaped(key.doc()) + " |";
    }

    private static String below(String path, Section.Key key) {
        return path.isEmpty() ? key.name() : path + "." + key.name();
    }

    private static @Nullable Section within(Expects expects) {
        return switch (expects) {
            case Expects.Keys keys -> keys.section();
            case Expects.ListOf list -> list.section();
            default -> null;
        };
    }

    private static String holds(Expects expects) {
        return switch (expects) {
            case Expects.Text text -> "text";
            case Expects.AnyText text -> "text";
            case Expects.Path path -> "path";
            case Expects.Span span -> "time span";
            case Expects.Count count -> "number, " + count.least() + " to " + count.most();
            case Expects.Flag flag -> "true or false";
            case Expects.HttpCall call -> "HTTP call";
            case Expects.Texts texts -> "one text or a list";
            case Expects.Table table -> "table";
            case Expects.Raw raw -> "see the mapping language";
            case Expects.Word word -> String.join(", ", word.words()) + (word.open() ? ", or a text" : "");
            case Expects.Keys keys -> "keys";
            case Expects.ListOf list -> "a list";
        };
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "\\<");
    }
}
