package io.linkspan.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Field by field, what two JSON values do not have in common. Numbers are equal when their decimal values are. */
final class JsonDifference {
    private final List<String> lines = new ArrayList<>();

    private JsonDifference() {}

    /** One line for each difference, named by its path below {@code name}. */
    static List<String> between(JsonNode expected, JsonNode actual) {
        JsonDifference difference = new JsonDifference();
        difference.compare("", expected, actual);
        return difference.lines;
    }

    private void compare(String path, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        if (expected == null || actual == null) {
            note(path, expected, actual);
        } else if (expected.isObject() && actual.isObject()) {
            Set<String> names = new LinkedHashSet<>(expected.propertyNames());
            names.addAll(actual.propertyNames());
            names.forEach(
                    name -> compare(path.isEmpty() ? name : path + "." + name, expected.get(name), actual.get(name)));
        } else if (expected.isArray() && actual.isArray()) {
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                compare(path + "[" + i + "]", expected.get(i), actual.get(i));
            }
        } else if (!same(expected, actual)) {
            note(path, expected, actual);
        }
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        return (expected.isNumber() && actual.isNumber())
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }

    private void note(String path, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        lines.add((path.isEmpty() ? "the whole" : path) + ": expected " + shown(expected) + ", was " + shown(actual));
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null ? "nothing" : value.toString();
    }
}
