package io.linkspan.cli.back;

import io.linkspan.cli.lint.RecordShape;
import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.cli.start.Yaml;
import io.linkspan.flow.FlowFile;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of the way back. */
public final class BackDraft {
    private final FlowFile file;
    private final Reversal reversal;
    private final @Nullable Shape shape;
    private final List<String> lines = new ArrayList<>();

    /** Of a flow that was turned round. */
    public BackDraft(FlowFile file, Reversal reversal) {
        this.file = file;
        this.reversal = reversal;
        this.shape = shape(file);
    }

    /** The file; it holds a mapping only, because nobody can tell from a flow how its source is written to. */
    public String text(String name) {
        lines.add("# yaml-language-server: $schema=schema/flow.schema.json");
        lines.add("flow: " + name);
        lines.add("description: " + Yaml.text("The way back of " + file.name()));
        lines.add("");
        if (!writesXml()) {
            lines.add("input: json");
        }
        lines.add("records: .");
        if (!readsJson()) {
            lines.add("output: " + output());
        }
        lines.add("defaults: { absent: omit, nil: null, empty: keep, list: omit }");
        lines.add("");
        lines.add("fields:");
        write(reversal.root(), shape, "  ");
        return String.join("\n", lines) + "\n";
    }

    /** Whether anything comes back at all. */
    public boolean isEmpty() {
        return reversal.root().isEmpty();
    }

    private void write(Element parent, @Nullable Shape known, String indent) {
        for (Element child : parent.children(known)) {
            Shape within = known == null ? null : known.child(child.name()).orElse(null);
            element(child, within, child.name(), indent);
        }
    }

    private void element(Element element, @Nullable Shape known, String name, String indent) {
        List<Element> children = element.children(known);
        String rule = element.rule();
        String each = element.each();
        if (children.isEmpty()) {
            lines.add(indent + key(name) + ": " + rule);
        } else if (each == null && rule == null && isWrapper(children)) {
            Element only = children.getFirst();
            element(
                    only,
                    known == null ? null : known.child(only.name()).orElse(null),
                    name + "." + only.name(),
                    indent);
        } else if (each != null
                && children.size() == 1
                && children.getFirst().name().isEmpty()) {
            lines.add(indent + key(name) + ": { each: " + Yaml.text(each) + " }");
        } else {
            nested(element, known, name, indent);
        }
    }

    private static boolean isWrapper(List<Element> children) {
        return children.size() == 1 && !children.getFirst().name().startsWith("@");
    }

    private void nested(Element element, @Nullable Shape known, String name, String indent) {
        lines.add(indent + key(name) + ":");
        if (element.each() != null) {
            lines.add(indent + "  each: " + Yaml.text(element.each()));
        }
        lines.add(indent + "  fields:");
        if (element.rule() != null) {
            lines.add(indent + "    '#text': " + element.rule());
        }
        write(element, known, indent + "    ");
    }

    private String output() {
        String records = file.records() == null ? "." : file.records();
        String root = shape != null && !shape.name().isEmpty()
                ? shape.name()
                : records.substring(records.lastIndexOf('/') + 1).replaceFirst("^[.*]$", "Record");
        String namespace = shape == null ? "" : shape.namespace();
        return "{ xml: " + Yaml.text(root) + (namespace.isEmpty() ? "" : ", namespace: " + Yaml.text(namespace)) + " }";
    }

    private boolean readsJson() {
        return file.root().get("input") instanceof YamlText input
                && input.text().equals("json");
    }

    private boolean writesXml() {
        YamlNode output = file.root().get("output");
        return output instanceof YamlMap;
    }

    private static @Nullable Shape shape(FlowFile file) {
        try {
            RecordShape known = RecordShape.of(file);
            return known == null ? null : known.record();
        } catch (UnreadableShape unreadable) {
            return null; // lint tells of it; the order of the flow then stands for the order of the source
        }
    }

    private static String key(String name) {
        return Yaml.text(name);
    }
}
