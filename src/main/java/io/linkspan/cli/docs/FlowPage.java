package io.linkspan.cli.docs;

import io.linkspan.flow.FlowFile;
import io.linkspan.flow.Outline.Target;
import io.linkspan.mapping.function.Function;
import io.linkspan.mapping.function.Functions;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of one flow. */
public final class FlowPage {
    private final FlowFile file;
    private final Samples samples;
    private final Markdown page = new Markdown();
    private final Set<String> functions = new TreeSet<>();

    private FlowPage(FlowFile file, Samples samples) {
        this.file = file;
        this.samples = samples;
    }

    /** Writes the page. */
    public static String of(FlowFile file, Samples samples) {
        FlowPage page = new FlowPage(file, samples);
        page.write();
        return page.page.toString();
    }

    private void write() {
        page.line("<!-- Made by ./linkspan mapping docs from " + file.path().getFileName()
                + "; changes belong there. -->");
        page.heading(1, file.name());
        if (!file.description().isBlank()) {
            page.line(Markdown.plain(file.description())).blank();
        }
        file.flow().ifPresent(flow -> page.table(List.of("", ""), new Journey(flow).rows()));
        fields();
        lookups();
        missing();
        checks();
        glossary();
        examples();
    }

    private void fields() {
        page.heading(2, "Fields");
        List<List<String>> rows = new ArrayList<>();
        for (Target target : file.outline().targets()) {
            if (!target.hidden()) {
                rows.add(row(target));
            }
        }
        page.table(List.of("Target field", "Source", "Rule", "Required", "Sample"), rows);
        page.blank().line("Paths of fields within a list or object begin at its own source.");
    }

    private List<String> row(Target target) {
        RuleWords words = new RuleWords(target);
        String rule = words.words();
        functions.addAll(words.functions());
        String meaning = said(target.rule(), "description");
        String sources = target.sources().stream()
                .map(source -> Markdown.code(source.text()))
                .collect(Collectors.joining(", "));
        return List.of(
                Markdown.code(target.label()),
                sources,
                rule + (meaning.isEmpty() ? "" : " — " + Markdown.plain(meaning)),
                said(target.rule(), "required").equals("true") ? "yes" : "",
                said(target.rule(), "sensitive").equals("true")
                        ? "(sensitive)"
                        : words.isContainer() ? "" : samples.of(target.label()));
    }

    private static String said(YamlNode rule, String key) {
        return rule instanceof YamlMap map && map.get(key) instanceof YamlText text ? text.text() : "";
    }

    private void lookups() {
        boolean first = true;
        for (Target target : file.outline().targets()) {
            if (target.rule() instanceof YamlMap rule && rule.get("lookup") instanceof YamlMap lookup) {
                if (first) {
                    page.heading(2, "Lookups");
                    first = false;
                }
                lookup(target, lookup);
            }
        }
    }

    private void lookup(Target target, YamlMap lookup) {
        page.heading(3, Markdown.code(target.label()));
        YamlNode table = lookup.has("table") ? lookup.get("table") : lookup;
        if (lookup.get("file") instanceof YamlText name) {
            page.line("The codes are in the file " + Markdown.code(name.text()) + ".");
        } else if (table instanceof YamlMap codes) {
            page.table(
                    List.of("Source", "Target"),
                    codes.entries().stream()
                            .map(entry ->
                                    List.of(Markdown.code(entry.key()), Markdown.code(RuleWords.shown(entry.value()))))
                            .toList());
        }
    }

    private void missing() {
        if (file.root().get("defaults") instanceof YamlMap defaults) {
            page.heading(2, "Values that are not there");
            defaults.entries()
                    .forEach(entry -> page.line(
                            "- " + Markdown.plain(entry.key()) + ": " + Markdown.code(RuleWords.shown(entry.value()))));
        }
    }

    private void checks() {
        if (!(file.root().get("check") instanceof YamlList checks)) {
            return;
        }
        page.heading(2, "Checks");
        page.line("A record that breaks one of these is not sent; it waits as a dead letter.")
                .blank();
        List<List<String>> rows = checks.items().stream()
                .map(check -> List.of(
                        Markdown.code(said(check, "field")),
                        Markdown.plain(said(check, "message")),
                        Markdown.code(said(check, "that"))))
                .toList();
        page.table(List.of("Field", "Message", "Must hold"), rows);
    }

    private void glossary() {
        if (functions.isEmpty()) {
            return;
        }
        page.heading(2, "What the rules mean");
        for (String name : functions) {
            Function function = Functions.all().get(name);
            if (function != null) {
                page.line("- **" + name + "**: " + Markdown.plain(function.doc().summary()));
            }
        }
    }

    private void examples() {
        if (file.examples().isEmpty()) {
            return;
        }
        page.heading(2, "Examples");
        file.examples()
                .forEach(example -> page.line("- " + Markdown.plain(example.name()) + ": "
                        + Markdown.code(String.valueOf(example.given().getFileName())) + " → "
                        + Markdown.code(String.valueOf(example.expect().getFileName()))));
    }
}
