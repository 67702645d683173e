package io.linkspan.sandbox.crm;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as it came: no digit of a number is lost. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The object a text holds, or an empty one where it holds none. */
    static ObjectNode object(String text) {
        JsonNode node = text.isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(text);
        return node instanceof ObjectNode object ? object : MAPPER.createObjectNode();
    }

    /**
     * What a request's body holds.
     *
     * @throws IllegalArgumentException saying where it breaks
     */
    static JsonNode body(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("the body is no JSON: " + broken.getOriginalMessage(), broken);
        }
    }
}
