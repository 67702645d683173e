package io.linkspan.cli.start;

import io.linkspan.cli.lint.SchemaFiles;
import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.cli.start.Origin.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A flow file to begin with. */
public final class FlowDraft {
    private final Origin origin;
    private final Choices choices;
    private final List<SourceField> sources;
    private final Identity identity;
    private final List<Line> fields;
    private final List<String> lines = new ArrayList<>();
    private final List<String> notes;

    /**
     * What a person says of the flow.
     *
     * @param file where the flow file will be
     * @param name the flow's name
     * @param source the source system's name
     * @param target the target system's name
     * @param schema the target's schema as seen from the flow file, with a pointer behind {@code #}; or null
     * @param sample a file of records to try it with; or null
     */
    public record Choices(
            Path file,
            String name,
            String source,
            String target,
            @Nullable String schema,
            @Nullable Path sample) {}

    /** Makes the draft. */
    public FlowDraft(Origin origin, Choices choices) throws UnreadableShape {
        this.origin = origin;
        this.choices = choices;
        this.notes = new ArrayList<>(origin.notes());
        if (choices.schema() != null && choices.schema().matches("[^/]+\\.ya?ml(#.*)?")) {
            notes.add(
                    "the schema stands among the flow files and is taken for one: put it into a folder below, such as schemas/");
        }
        this.sources = SourceField.in(origin.record());
        this.identity = Identity.of(sources, recordName(), origin.listedKey());
        Proposals proposals = new Proposals(recordName(), identity.key());
        this.fields = choices.schema() == null
                ? proposals.like(sources)
                : proposals.like(sources, SchemaFiles.open(choices.file(), choices.schema()));
    }

    /** What a person should know or do next. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The file. */
    public String text() {
        add("# yaml-language-server: $schema=schema/flow.schema.json");
        add("flow: " + choices.name());
        add("description: "
                + Yaml.text(choices.source() + " " + choices.name() + " become " + choices.target() + " records"));
        Call call = origin.call();
        if (call == null) {
            add("");
            recordsOnly();
        } else {
            add("draft: true  # the service runs it when this line is gone");
            add("");
            FromDraft from = new FromDraft(origin, call, choices.source(), beside(origin.file()), identity);
            from.lines().forEach(this::add);
            notes.addAll(from.notes());
            add("");
            to();
        }
        add("");
        add("# What the source leaves empty, the target keeps as it is.");
        add("defaults: { absent: omit, nil: omit, empty: omit, blank: omit, list: omit }");
        add("");
        add("fields:");
        FieldLines.of(fields, "  ").forEach(this::add);
        examples();
        return String.join("\n", lines) + "\n";
    }

    private void recordsOnly() {
        if (origin.isJson()) {
            add("input: json");
        }
        if (origin.kind().equals("sample")) {
            add("records: " + Yaml.text(origin.records()));
            add("sample: " + Yaml.text(beside(origin.file())));
        } else {
            add("from:");
            add("  " + origin.kind() + ": " + Yaml.text(beside(origin.file())));
            add("  pull: { records: " + Yaml.text(origin.records()) + " }");
        }
        if (choices.schema() != null) {
            add("to: { schema: " + Yaml.text(choices.schema()) + " }");
        }
        notes.add("a mapping to be tried on files; to run it, say under 'from' and 'to' which systems it lies between");
    }

    private void to() {
        String key = keyTarget();
        Optional<String> call =
                choices.schema() == null ? Optional.empty() : TargetCalls.of(choices.file(), choices.schema(), key);
        add("to:");
        add("  system: " + choices.target());
        add("  " + call.orElse("upsert: PUT /" + choices.name() + "/{" + key + "}"));
        if (choices.schema() != null) {
            add("  schema: " + Yaml.text(choices.schema()));
        }
        if (call.isEmpty()) {
            notes.add("check 'to': nothing said how " + choices.target() + " is written to");
        }
    }

    /** The target field that the record's key goes to, else the first. */
    private String keyTarget() {
        SourceField key = identity.key();
        List<Line> taken = fields.stream().filter(line -> !line.waits()).toList();
        return taken.stream()
                .filter(line -> key != null && line.reads(key))
                .findFirst()
                .or(() -> taken.stream().findFirst())
                .map(Line::name)
                .orElse("id");
    }

    private void examples() {
        Path sample = choices.sample();
        if (sample != null) {
            String given = beside(sample);
            add("");
            add("examples:");
            add("  - given: " + Yaml.text(given));
            add("    expect: "
                    + Yaml.text(given.replaceFirst("\\.[^./]*(\\.gz)?$", "") + "-" + choices.name() + ".json"));
        }
    }

    private String recordName() {
        return origin.record().name();
    }

    private String beside(Path file) {
        Path folder = choices.file().toAbsolutePath().normalize().getParent();
        return folder == null
                ? file.toString()
                : folder.relativize(file.toAbsolutePath().normalize()).toString();
    }

    private void add(String line) {
        lines.add(line);
    }
}
