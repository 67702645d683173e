package io.linkspan.cli;

import io.linkspan.mapping.MappingResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Outputs as JSON: one object for one record, an array or one object a line for several; or {@code {"results": […]}} with
 * output, warnings and errors of each record.
 */
final class JsonExpectation implements Expectation {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String RESULTS = "results";

    private final Form form;
    private final boolean inLines;
    private final List<JsonNode> expected;

    /** How the file is laid out. */
    private enum Form {
        ONE,
        ARRAY,
        LINES,
        RESULTS,
        NEW
    }

    private JsonExpectation(Form form, boolean inLines, List<JsonNode> expected) {
        this.form = form;
        this.inLines = inLines;
        this.expected = expected;
    }

    static JsonExpectation parse(Path file, String text) {
        boolean inLines = file.toString().endsWith(".jsonl");
        try {
            if (text.isEmpty()) {
                return new JsonExpectation(Form.NEW, inLines, List.of());
            }
            if (inLines) {
                List<JsonNode> lines = text.lines()
                        .filter(line -> !line.isBlank())
                        .map(JSON::readTree)
                        .toList();
                return new JsonExpectation(Form.LINES, true, lines);
            }
            return of(JSON.readTree(text));
        } catch (JacksonException broken) {
            String why = broken.getOriginalMessage().replaceFirst(" *\\((start marker|for) .*", "");
            TokenStreamLocation place = broken.getLocation();
            String where = place == null || inLines ? "" : ":" + place.getLineNr() + ":" + place.getColumnNr();
            throw Ends.inputIsWrong(file + where + " is no JSON: " + why);
        }
    }

    private static JsonExpectation of(JsonNode root) {
        if (root.isObject() && root.get(RESULTS) instanceof ArrayNode results && hasOutcomes(results)) {
            return new JsonExpectation(Form.RESULTS, false, List.copyOf(results.values()));
        }
        return root instanceof ArrayNode array
                ? new JsonExpectation(Form.ARRAY, false, List.copyOf(array.values()))
                : new JsonExpectation(Form.ONE, false, List.of(root));
    }

    private static boolean hasOutcomes(ArrayNode results) {
        return results.values().stream().allMatch(result -> result.has("output"));
    }

    @Override
    public List<String> differences(List<MappingResult> results) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), results.size()); i++) {
            String record = results.size() == 1 && expected.size() == 1 ? "" : "record " + (i + 1) + ": ";
            if (i >= results.size()) {
                lines.add(record + "expected " + expected.get(i) + ", was nothing");
            } else if (i >= expected.size()) {
                lines.add(record + "expected nothing, was " + ResultJson.line(results.get(i)));
            } else {
                differences(expected.get(i), results.get(i)).forEach(line -> lines.add(record + line));
            }
        }
        return lines;
    }

    private List<String> differences(JsonNode wanted, MappingResult result) {
        JsonNode given = JSON.readTree(ResultJson.line(result));
        if (form != Form.RESULTS) {
            return result.output() == null
                    ? List.of("expected an output, was not mapped: " + given.get("errors"))
                    : JsonDifference.between(wanted, given.get("output"));
        }
        List<String> lines = new ArrayList<>(JsonDifference.between(wanted.get("output"), given.get("output")));
        for (String kind : List.of("warnings", "errors", "unresolved")) {
            lines.addAll(NoteDifference.between(kind, wanted.get(kind), given.get(kind)));
        }
        return lines;
    }

    @Override
    public String rewritten(List<MappingResult> results) {
        List<JsonNode> outcomes = results.stream()
                .map(result -> JSON.readTree(ResultJson.line(result)))
                .toList();
        return switch (formFor(results)) {
            case ONE -> pretty(outcomes.getFirst().get("output"));
            case ARRAY -> pretty(array(outcomes, "output"));
            case LINES -> lines(outcomes);
            default -> pretty(JSON.createObjectNode().set(RESULTS, array(outcomes, null)));
        };
    }

    /** The file keeps its layout where that can say what came out. */
    private Form formFor(List<MappingResult> results) {
        boolean plain = results.stream().allMatch(result -> result.output() != null);
        return switch (form) {
            case RESULTS -> Form.RESULTS;
            case NEW -> plain ? newForm(results.size()) : Form.RESULTS;
            case ONE -> plain && results.size() == 1 ? Form.ONE : Form.RESULTS;
            case ARRAY, LINES -> plain ? form : Form.RESULTS;
        };
    }

    private Form newForm(int records) {
        return inLines ? Form.LINES : records == 1 ? Form.ONE : Form.ARRAY;
    }

    private static ArrayNode array(List<JsonNode> outcomes, @Nullable String property) {
        ArrayNode array = JSON.createArrayNode();
        for (JsonNode outcome : outcomes) {
            array.add(property == null ? withoutDetails((ObjectNode) outcome) : outcome.get(property));
        }
        return array;
    }

    /** The wording of details may change from release to release; fields and codes may not. */
    private static ObjectNode withoutDetails(ObjectNode outcome) {
        for (String kind : List.of("warnings", "errors")) {
            outcome.get(kind).forEach(note -> ((ObjectNode) note).remove("detail"));
        }
        return outcome;
    }

    private static String lines(List<JsonNode> outcomes) {
        StringBuilder lines = new StringBuilder();
        outcomes.forEach(outcome -> lines.append(outcome.get("output")).append('\n'));
        return lines.toString();
    }

    private static String pretty(JsonNode node) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }
}
