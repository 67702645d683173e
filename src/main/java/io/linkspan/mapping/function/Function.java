package io.linkspan.mapping.function;

import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One function of the mapping language: its name is a key of a field ({@code trim: true}, {@code decimal: { scale: 2 }})
 * and its argument what stands behind the key.
 */
public interface Function {
    /** The key in the YAML, in camel case. */
    String name();

    /** What it is for, how its argument reads, and examples that are executed. */
    Doc doc();

    /**
     * Compiles the argument a person wrote. Every mistake in it becomes a problem with its place and mend.
     *
     * @return the step; null when the argument was refused, or when it says the function is not wanted ({@code false})
     */
    @Nullable
    Step compile(YamlNode argument, Surroundings surroundings, Problems problems);

    /** What may stand around a field and matters to its functions: the file's own defaults. */
    interface Surroundings {
        /** The time zone of values that name none; UTC where the file says nothing. */
        java.time.ZoneId zone();

        /**
         * Reads a text file named beside the mapping file (a lookup table), or notes a problem.
         *
         * @return the file's text, or null after a problem
         */
        @Nullable
        String read(String relativeFile, YamlNode place, Problems problems);
    }

    /**
     * A function's documentation.
     *
     * @param group the chapter it stands in: "Text", "Numbers", …
     * @param summary one sentence
     * @param argument how the argument reads, in Markdown
     * @param argumentSchema the argument's JSON Schema, as JSON
     * @param examples at least one
     */
    record Doc(String group, String summary, String argument, String argumentSchema, List<Example> examples) {}

    /**
     * An executed example.
     *
     * @param argument the argument as YAML, as it stands behind the function's name
     * @param given the value as JSON: usually a string
     * @param result the result as JSON; for an error or a warning its code behind {@code error:} or the result and the
     *     code as {@code "x" warning:truncated}
     */
    record Example(String argument, String given, String result) {}
}
