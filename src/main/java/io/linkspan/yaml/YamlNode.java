package io.linkspan.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node of a YAML file, with its place. Scalars are kept as the text that was written: {@code NO} stays "NO". */
public sealed interface YamlNode {
    /** Where the node begins. */
    Place place();

    /** What a person would call this kind of node, for messages. */
    default String kind() {
        return switch (this) {
            case YamlMap map -> "a mapping";
            case YamlList list -> "a list";
            case YamlText text -> text.isNull() ? "nothing" : "a single value";
        };
    }

    /**
     * A scalar.
     *
     * @param text as written, quotes and escapes resolved
     * @param quoted whether it stood in quotes or as a block, so that {@code "null"} is a text
     */
    record YamlText(Place place, String text, boolean quoted) implements YamlNode {
        /** Whether nothing, {@code null} or {@code ~} was written without quotes. */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** A sequence. */
    record YamlList(Place place, List<YamlNode> items) implements YamlNode {}

    /** One key of a mapping with its value, in the order written. */
    record Entry(Place place, String key, YamlNode value) {}

    /** A mapping in the order written; a key written twice has been refused by the reader. */
    record YamlMap(Place place, List<Entry> entries) implements YamlNode {
        /** The value under a key, or null where it was not written. */
        public @Nullable YamlNode get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }

        /** Whether the key was written. */
        public boolean has(String key) {
            return get(key) != null;
        }

        /** The keys in the order written. */
        public List<String> keys() {
            List<String> keys = new ArrayList<>(entries.size());
            entries.forEach(entry -> keys.add(entry.key()));
            return keys;
        }

        /** Notes an error for each key that is not among the known ones. */
        public void refuseOthers(Collection<String> known, Problems problems) {
            for (Entry entry : entries) {
                if (!known.contains(entry.key())) {
                    problems.error(
                            entry.place(),
                            "unknown-key",
                            "unknown key '" + entry.key() + "'",
                            DidYouMean.mend(entry.key(), known));
                }
            }
        }
    }
}
