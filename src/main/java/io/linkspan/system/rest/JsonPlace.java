package io.linkspan.system.rest;

import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document: {@code error/message} or {@code error.message}, {@code 0/id} for a list's first, {@code .} for
 * the whole. A property that really has a dot in its name is found too.
 */
final class JsonPlace {
    private static final String BETWEEN = "/.";
    private static final int MOST_DIGITS = 9;

    private JsonPlace() {}

    /** The node at a place, {@code null} nodes included, or nothing. */
    static Optional<JsonNode> find(@Nullable JsonNode document, String place) {
        JsonNode here = document;
        // Not split: each record of each batch's answer is asked several times, and empty steps do not count.
        StringTokenizer steps = new StringTokenizer(place, BETWEEN);
        while (here != null && steps.hasMoreTokens()) {
            here = step(here, steps.nextToken());
        }
        return Optional.ofNullable(here);
    }

    /** The single value at a place as text; nothing for null, objects and lists. */
    static Optional<String> text(@Nullable JsonNode document, String place) {
        return find(document, place)
                .filter(node -> node.isValueNode() && !node.isNull())
                .map(JsonNode::asString);
    }

    private static @Nullable JsonNode step(JsonNode here, String step) {
        if (here.isArray() && isIndex(step)) {
            return here.get(Integer.parseInt(step));
        }
        return here.get(step);
    }

    private static boolean isIndex(String step) {
        return step.length() <= MOST_DIGITS && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
