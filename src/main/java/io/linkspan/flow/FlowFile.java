package io.linkspan.flow;

import io.linkspan.mapping.Mapping;
import io.linkspan.system.answer.Beside;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A flow file that was read without an error. It may hold a mapping only, to be tried on files of records, or a whole
 * flow.
 *
 * @param path where the file is
 * @param name the flow's name, or the file's where it says none
 * @param description for people; may be empty
 * @param hash as in {@link Flow}
 * @param records where records stand in a file or answer, or null where the file says nothing
 * @param beside what the records need from beside them
 * @param mapping what becomes of a record
 * @param outline the mapping's fields as they were written
 * @param examples in the order written
 * @param shapes files that say what records and outputs look like
 * @param whole the flow, where the file holds one
 * @param root the file as it was written
 * @param reads the other files the mapping was made from: shared fragments, lookup tables
 */
public record FlowFile(
        Path path,
        String name,
        String description,
        String hash,
        @Nullable String records,
        Beside beside,
        Mapping mapping,
        Outline outline,
        List<Example> examples,
        Shapes shapes,
        @Nullable Flow whole,
        YamlMap root,
        Set<Path> reads) {

    /** Whether the file says of itself that the service must not run it yet. */
    public boolean draft() {
        return root.get("draft") instanceof YamlText word && word.text().equals("true");
    }

    /** The flow, where the file holds a whole one. */
    public Optional<Flow> flow() {
        return Optional.ofNullable(whole);
    }

    /**
     * Source records and what must become of them.
     *
     * @param name what it shows
     * @param given the file of source records
     * @param expect the file of outcomes; it may not be there yet
     * @param records where the records stand in {@code given}, or null for where they stand in answers
     * @param references the target's ids of other flows' records, by flow and record key
     */
    public record Example(
            String name,
            Path given,
            Path expect,
            @Nullable String records,
            Map<String, Map<String, String>> references) {}

    /**
     * Files that say what records and outputs look like; null where the flow file names none.
     *
     * @param sample source records
     * @param xsd an XML Schema of the source
     * @param wsdl a WSDL of the source
     * @param schema a JSON Schema of the output, with a JSON Pointer behind {@code #}, as written
     */
    public record Shapes(
            @Nullable Path sample,
            @Nullable Path xsd,
            @Nullable Path wsdl,
            @Nullable String schema) {}
}
