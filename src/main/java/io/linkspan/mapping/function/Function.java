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

    /**
     * Keys that may stand beside this function's own in the same field and belong to it: {@code otherwise} beside {@code
     * lookup}. The engine takes such a key for known when one of the field's functions claims it.
     */
    default List<String> companions() {
        return List.of();
    }

    /** What may stand around a field and matters to its functions: the file's own defaults, the field's other keys. */
    interface Surroundings {
        /** What {@link #sibling} gives after a problem. */
        int NO_SIBLING = -1;

        /** The time zone of values that name none; UTC where the file says nothing. */
        java.time.ZoneId zone();

        /**
         * Reads a text file named beside the mapping file (a lookup table), or notes a problem.
         *
         * @return the file's text, or null after a problem
         */
        @Nullable
        String read(String relativeFile, YamlNode place, Problems problems);

        /** What such a file is called in messages. */
        default String shown(String relativeFile) {
            return relativeFile;
        }

        /** What stands behind a companion key in the same field; null where it was not written. */
        default @Nullable YamlNode beside(String companion) {
            return null;
        }

        /**
         * Asks for another value of the same record: a currency beside an amount.
         *
         * @param path a source path, read from where the field's own path starts
         * @return what {@link Notes#sibling} takes; {@link #NO_SIBLING} after a problem
         */
        default int sibling(YamlNode path, Problems problems) {
            problems.error(path.place(), "no-record", "no path can be read here", "write the value itself");
            return NO_SIBLING;
        }
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
