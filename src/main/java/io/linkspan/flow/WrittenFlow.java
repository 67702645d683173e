package io.linkspan.flow;

import io.linkspan.mapping.MappingOutline;
import io.linkspan.system.Pull;
import io.linkspan.yaml.YamlNode.YamlMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flow file as it was written, right or wrong: what can be checked of it while something else in it is still to be mended.
 *
 * @param path where the file is
 * @param name the flow's name, or the file's where it says none
 * @param root the whole file
 * @param records where records stand in a file or answer, or null where the file says nothing
 * @param pull what the source is asked, or null where that could not be read
 * @param outline the mapping's fields as they were written
 * @param compiled what is known of the fields' values; nothing of those that have an error
 * @param complete false where fields are missing: a file of shared ones could not be read
 * @param runs whether it is meant as a whole flow, not only as a mapping
 * @param examples in the order written
 * @param shapes files that say what records and outputs look like
 */
public record WrittenFlow(
        Path path,
        String name,
        YamlMap root,
        @Nullable String records,
        @Nullable Pull pull,
        Outline outline,
        MappingOutline compiled,
        boolean complete,
        boolean runs,
        List<Example> examples,
        Shapes shapes) {

    /** Keeps the examples safe from changes. */
    public WrittenFlow {
        examples = List.copyOf(examples);
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
