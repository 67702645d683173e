package io.linkspan.flow;

import io.linkspan.flow.WrittenFlow.Example;
import io.linkspan.flow.WrittenFlow.Shapes;
import io.linkspan.mapping.Mapping;
import io.linkspan.system.answer.Beside;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A flow file that was read without an error. It may hold a mapping only, to be tried on files of records, or a whole
 * flow.
 *
 * @param written the file as it was written
 * @param description for people; may be empty
 * @param hash as in {@link Flow}
 * @param beside what the records need from beside them
 * @param mapping what becomes of a record
 * @param whole the flow, where the file holds one
 * @param reads the other files the mapping was made from: shared fragments, lookup tables
 */
public record FlowFile(
        WrittenFlow written,
        String description,
        String hash,
        Beside beside,
        Mapping mapping,
        @Nullable Flow whole,
        Set<Path> reads) {

    /** Whether the file says of itself that the service must not run it yet. */
    public boolean draft() {
        return root().get("draft") instanceof YamlText word && word.text().equals("true");
    }

    /** The flow, where the file holds a whole one. */
    public Optional<Flow> flow() {
        return Optional.ofNullable(whole);
    }

    /** Where the file is. */
    public Path path() {
        return written.path();
    }

    /** The flow's name, or the file's where it says none. */
    public String name() {
        return written.name();
    }

    /** The whole file. */
    public YamlMap root() {
        return written.root();
    }

    /** Where records stand in a file or answer, or null where the file says nothing. */
    public @Nullable String records() {
        return written.records();
    }

    /** The mapping's fields as they were written. */
    public Outline outline() {
        return written.outline();
    }

    /** In the order written. */
    public List<Example> examples() {
        return written.examples();
    }

    /** Files that say what records and outputs look like. */
    public Shapes shapes() {
        return written.shapes();
    }
}
