package io.linkspan.mapping;

import io.linkspan.yaml.Place;
import io.linkspan.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping does, told field by field: for its documentation, for lint and for the way back.
 *
 * @param fields every field in the order of the target, objects and lists before what is in them
 * @param checks the rules over several fields
 */
public record MappingOutline(List<Row> fields, List<Rule> checks) {
    /**
     * A field.
     *
     * @param target its target path; {@code []} behind the name of each list
     * @param form how its value begins: {@code from}, {@code const}, {@code expr}, {@code join}, {@code coalesce}, {@code
     *     each}, {@code object}, {@code list}, or {@code fields} for a nested object
     * @param within the source path of the list or object it stands in, from the record on; empty at the top
     * @param sources its own source paths, as written
     * @param steps what is done to the value, in order
     * @param type what it gives, in words: {@code text}, {@code number}, {@code list}, …
     * @param condition {@code when}, as written, or null
     * @param description as written, or empty
     * @param written the field's rule as it stands in the file
     * @param place where it stands
     */
    public record Row(
            String target,
            String form,
            String within,
            List<String> sources,
            List<Step> steps,
            String type,
            boolean required,
            boolean sensitive,
            boolean hidden,
            @Nullable String condition,
            String description,
            YamlNode written,
            Place place) {}

    /** A function or another step, with its argument as written. */
    public record Step(String name, YamlNode argument) {}

    /** A rule over several fields, as written. */
    public record Rule(String field, String that, String message, String code) {}
}
