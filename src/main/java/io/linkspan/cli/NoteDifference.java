package io.linkspan.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares expected warnings or errors with those that came, as sets; of each only what the expectation names counts. */
final class NoteDifference {
    private NoteDifference() {}

    static List<String> between(String kind, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        List<JsonNode> left = new ArrayList<>();
        if (actual != null) {
            actual.forEach(left::add);
        }
        List<String> lines = new ArrayList<>();
        for (JsonNode wanted : expected == null ? List.<JsonNode>of() : expected.values()) {
            boolean came = left.stream()
                    .filter(note -> fits(wanted, note))
                    .findFirst()
                    .map(left::remove)
                    .isPresent();
            if (!came) {
                lines.add(kind + ": expected " + wanted + ", was nothing like it");
            }
        }
        left.forEach(note -> lines.add(kind + ": expected nothing, was " + note));
        return lines;
    }

    private static boolean fits(JsonNode wanted, JsonNode note) {
        return wanted.properties().stream()
                .allMatch(property -> property.getValue().equals(note.get(property.getKey())));
    }
}
