package io.linkspan.cli.back;

import io.linkspan.cli.back.Reversal.NotBack;
import io.linkspan.cli.lint.RecordShape;
import io.linkspan.cli.shape.SampleShapes;
import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.cli.start.Yaml;
import io.linkspan.flow.FlowFile;
import io.linkspan.system.Pull.Detail;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        Names names = new Names(reversal.root(), shape, reversal.namespaces());
        if (!readsJson()) {
            lines.add("output: " + names.output(rootName()));
        }
        List<String> fields = new FieldsBack(names).fields(reversal.root(), shape, "");
        if (!names.declarations().isEmpty()) {
            lines.add("namespaces: { " + names.declarations() + " }");
        }
        lines.add("defaults: { absent: omit, nil: " + nil() + ", empty: keep, list: omit }");
        lines.add("");
        lines.add("fields:");
        Stream.concat(fields.stream(), notTurned().stream()).forEach(line -> lines.add("  " + line));
        return String.join("\n", lines) + "\n";
    }

    /** Whether anything comes back at all. */
    public boolean isEmpty() {
        return reversal.root().isEmpty();
    }

    private List<String> notTurned() {
        List<String> written = new ArrayList<>();
        reversal.notes().stream().filter(NotBack::whole).forEach(note -> {
            String why = "# " + note.place() + ": " + note.field() + ": " + note.reason();
            written.add(why.replaceAll("\\s+", " "));
            note.lines().forEach(line -> written.add("# " + line));
        });
        if (!written.isEmpty()) {
            written.addFirst("# Not turned round. What the other side needs of it, write by hand:");
        }
        return written;
    }

    private String rootName() {
        String records = file.flow()
                .map(flow -> flow.from().pull().detail())
                .map(Detail::record)
                .orElse(file.records() == null ? "." : file.records());
        return records.substring(records.lastIndexOf('/') + 1).replaceFirst("^[.*]$", "Record");
    }

    /** Null is written as what the flow makes null of: an empty element, or one that is nil. */
    private String nil() {
        YamlMap defaults = file.root().get("defaults") instanceof YamlMap map ? map : null;
        if (!readsJson() && makesNull(defaults, "empty")) {
            return "{ value: '' }";
        }
        return makesNull(defaults, "nil") ? "null" : "omit";
    }

    private static boolean makesNull(@Nullable YamlMap defaults, String kind) {
        YamlNode said = defaults == null ? null : defaults.get(kind);
        return said == null || (said instanceof YamlText word && word.text().equals("null"));
    }

    private boolean readsJson() {
        boolean said = file.root().get("input") instanceof YamlText input
                && input.text().equals("json");
        Path sample = file.shapes().sample();
        return said || !reversal.root().isXml() || (sample != null && SampleShapes.isJson(sample));
    }

    private boolean writesXml() {
        YamlNode output = file.root().get("output");
        return output instanceof YamlMap;
    }

    private static @Nullable Shape shape(FlowFile file) {
        try {
            RecordShape known = RecordShape.of(file.written());
            return known == null ? null : known.record();
        } catch (UnreadableShape unreadable) {
            return null; // lint tells of it; the order of the flow then stands for the order of the source
        }
    }
}
