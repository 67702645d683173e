package io.linkspan.bench.mapping;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whether two contenders say the same: equal JSON trees, whatever the order of keys; 1.50 is 1.5. */
final class SameResults {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private SameResults() {}

    /** The first difference, or nothing. */
    static Optional<String> difference(List<String> expected, List<String> actual) {
        for (int i = 0; i < expected.size(); i++) {
            JsonNode want = JSON.readTree(expected.get(i));
            JsonNode have = JSON.readTree(actual.get(i));
            if (!want.equals(SameResults::compareNumbers, have)) {
                return Optional.of("record %d%n  expected %s%n  was      %s".formatted(i, want, have));
            }
        }
        return Optional.empty();
    }

    private static int compareNumbers(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }
}
