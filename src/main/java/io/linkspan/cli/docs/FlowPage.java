package io.linkspan.cli.docs;

import io.linkspan.flow.FlowFile;
import io.linkspan.flow.Outline.Kind;
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
import org.jspecify.annotations.Nullable;

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
        file.flow().ifPresent(flow -> page.table(List.of("", ""), new Journey(flow, file.root()).rows()));
        fields();
        new Lookups(page).write(file.outline().targets());
        missing();
        wrong();
        checks();
        glossary();
        examples();
    }

    private void fields() {
        page.heading(2, "Fields");
        List<List<String>> rows = new ArrayList<>();
        for (Target target : file.outline().targets()) {
            rows.add(row(target));
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
                (target.hidden() ? "not sent, only for other fields; " : "")
                        + rule
                        + (meaning.isEmpty() ? "" : " — " + Markdown.plain(meaning)),
                said(target.rule(), "required").equals("true") ? "yes" : "",
                said(target.rule(), "sensitive").equals("true")
                        ? "(sensitive)"
                        : words.isContainer() ? "" : samples.of(target.label()));
    }

    private static String said(YamlNode rule, String key) {
        return rule instanceof YamlMap map && map.get(key) instanceof YamlText text ? text.text() : "";
    }

    private void missing() {
        page.heading(2, "Values that are not there");
        page.line("Where a field says nothing else, a value that").blank();
        page.table(
                List.of("… in the source", "… in the target"),
                new NothingWords(file.root().get("defaults")).rows());
    }

    private void wrong() {
        page.heading(2, "When something is wrong");
        page.line(
                        "A required field without a value, a value that its rule cannot read (unless it says *if not possible*), a code")
                .line(
                        "that is in no table and a broken check are errors. A record with an error is not sent: it waits as a dead letter,")
                .line(
                        "with all of its errors, until the source or this mapping is mended and somebody replays it. The other records go on.")
                .line("What a rule only warns of, such as a text that was cut, is sent.");
    }

    private void checks() {
        List<List<String>> rows = new ArrayList<>();
        addChecks(rows, file.root().get("check"), "");
        file.outline().targets().forEach(target -> {
            if (target.rule() instanceof YamlMap rule) {
                addChecks(rows, rule.get("check"), target.label() + (target.kind() == Kind.LIST ? "[]." : "."));
            }
        });
        if (!rows.isEmpty()) {
            page.heading(2, "Checks");
            page.line("A record that breaks one of these is not sent; it waits as a dead letter.")
                    .blank();
            page.table(List.of("Field", "Message", "Must hold"), rows);
        }
    }

    private static void addChecks(List<List<String>> rows, @Nullable YamlNode node, String above) {
        if (node instanceof YamlList checks) {
            checks.items()
                    .forEach(check -> rows.add(List.of(
                            Markdown.code(above + said(check, "field")),
                            Markdown.plain(said(check, "message")),
                            Markdown.code(said(check, "that")))));
        }
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
