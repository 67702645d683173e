package io.linkspan.flow;

import io.linkspan.flow.WrittenFlow.Example;
import io.linkspan.flow.WrittenFlow.Shapes;
import io.linkspan.mapping.Mapping;
import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads flow files and notes everything wrong in them. */
public final class FlowReader {
    private final @Nullable Set<String> systems;

    private FlowReader(@Nullable Set<String> systems) {
        this.systems = systems;
    }

    /** A reader that takes every system name for granted: for tools that know no configuration. */
    public static FlowReader anySystem() {
        return new FlowReader(null);
    }

    /** A reader that refuses flows of systems that are not configured. */
    public static FlowReader ofSystems(Set<String> systems) {
        return new FlowReader(Set.copyOf(systems));
    }

    /**
     * Reads one file.
     *
     * @return what it says, or null after an error
     */
    public @Nullable FlowFile read(Path file, Problems problems) {
        Reading reading = reading(file);
        reading.problems().forEach(problems::add);
        return reading.file();
    }

    /**
     * Reads one file, for who wants to check it whatever is wrong in it.
     *
     * @return what is written in it, or null where that is no flow file at all
     */
    public @Nullable WrittenFlow readAnyhow(Path file, Problems problems) {
        Reading reading = reading(file);
        reading.problems().forEach(problems::add);
        return reading.written();
    }

    Reading reading(Path file) {
        Problems problems = new Problems();
        String name = file.toString();
        try {
            String text = Files.readString(file);
            FilesBeside files = new FilesBeside(file, text);
            YamlMap root = YamlReader.readMap(name, text, problems);
            return root == null
                    ? new Reading(null, null, problems.list(), files.filesRead())
                    : reading(file, root, files, problems);
        } catch (IOException unreadable) {
            String message = "the file cannot be read: " + Unreadable.reason(unreadable);
            problems.error(Place.startOf(name), "file-unreadable", message, "");
            return new Reading(null, null, problems.list(), Set.of());
        }
    }

    private Reading reading(Path file, YamlMap root, FilesBeside files, Problems problems) {
        SectionReader reader = SectionReader.openWith(root, FlowKeys.ROOT, Mapping.keys(), problems);
        Mapping.Attempt attempt = Mapping.attempt(root, files, problems);
        Mapping mapping = enforced(attempt.mapping(), root, reader, files, problems);
        String name = new FlowName(reader).read(file);
        Outline outline = Outline.of(root, files);
        Switches.check(outline, problems);
        reader.flag("draft");
        FlowAssembly assembly = new FlowAssembly(reader, root.get("namespaces"), systems, problems);
        Flow flow = assembly.flow(name, file.toString(), files.hash(), mapping, outline);
        WrittenFlow written = new WrittenFlow(
                file,
                name,
                root,
                assembly.records(),
                assembly.asked(),
                outline,
                attempt.outline(),
                attempt.complete(),
                assembly.meantToRun(),
                examples(reader, file),
                shapes(reader, file));
        String description = reader.text("description", "");
        FlowFile whole = mapping == null || problems.hasErrors()
                ? null
                : new FlowFile(written, description, files.hash(), assembly.beside(), mapping, flow, files.filesRead());
        return new Reading(whole, written, problems.list(), files.filesRead());
    }

    private static @Nullable Mapping enforced(
            @Nullable Mapping mapping, YamlMap root, SectionReader reader, FilesBeside files, Problems problems) {
        SectionReader to = reader.section("to");
        if (to == null || !to.flag("enforceSchema")) {
            return mapping;
        }
        if (root.get("output") instanceof YamlMap) {
            to.error("enforceSchema", "wrong-value", "a JSON Schema cannot check XML", "leave enforceSchema out");
            return null;
        }
        if (!(to.node("schema") instanceof YamlText schema)) {
            to.error("enforceSchema", "missing-key", "there is no schema to enforce", "name it: schema: FILE#/POINTER");
            return null;
        }
        SchemaCheck check = TargetSchema.open(schema, files, problems);
        return mapping == null || check == null ? null : mapping.checkedBy(check);
    }

    private List<Example> examples(SectionReader reader, Path file) {
        return reader.sections("examples").stream()
                .filter(example -> example.has("given") && example.has("expect"))
                .map(example -> new Example(
                        example.text("name", example.text("given", "")),
                        existing(example, "given", file),
                        file.resolveSibling(example.text("expect", "")),
                        example.path("records"),
                        example.tables("references")))
                .toList();
    }

    private Shapes shapes(SectionReader reader, Path file) {
        SectionReader from = reader.section("from");
        SectionReader to = reader.section("to");
        return new Shapes(
                reader.has("sample") ? existing(reader, "sample", file) : null,
                from != null && from.has("xsd") ? existing(from, "xsd", file) : null,
                from != null && from.has("wsdl") ? existing(from, "wsdl", file) : null,
                to == null ? null : to.text("schema"));
    }

    /** What only tools read need not be there where a flow runs. */
    private Path existing(SectionReader section, String key, Path file) {
        Path named = file.resolveSibling(section.text(key, ""));
        boolean forTools = systems == null;
        if (forTools && !Files.isReadable(named)) {
            section.error(
                    key,
                    "file-unreadable",
                    "'" + section.text(key, "") + "' cannot be read: there is no such file",
                    "write its name as seen from the flow file's folder");
        }
        return named;
    }
}
