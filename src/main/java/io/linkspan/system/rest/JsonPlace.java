package io.linkspan.system.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document: {@code error/message} or {@code error.message}, {@code 0/id} for a list's first, {@code .} for
 * the whole. A property that really has a dot in its name is found too.
 */
final class JsonPlace {
    private static final Pattern BETWEEN = Pattern.compile("[/.]");

    private JsonPlace() {}

    /** The node at a place, {@code null} nodes included, or nothing. */
    static Optional<JsonNode> find(@Nullable JsonNode document, String place) {
        JsonNode here = document;
        for (String step : steps(place)) {
            here = here == null ? null : step(here, step);
        }
        return Optional.ofNullable(here);
    }

    /** The single value at a place as text; nothing for null, objects and lists. */
    static Optional<String> text(@Nullable JsonNode document, String place) {
        return find(document, place)
                .filter(node -> node.isValueNode() && !node.isNull())
                .map(JsonNode::asString);
    }

    private static List<String> steps(String place) {
        List<String> steps = new ArrayList<>();
        for (String step : BETWEEN.split(place, -1)) {
            if (!step.isEmpty()) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static @Nullable JsonNode step(JsonNode here, String step) {
        if (here.isArray() && step.matches("\\d{1,9}")) {
            return here.get(Integer.parseInt(step));
        }
        return here.get(step);
    }
}
