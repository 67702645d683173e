package io.linkspan.system.rest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer, read whole.
 *
 * @param status the HTTP status
 * @param json the body, or null where there is none or it is no JSON
 * @param text the body's beginning as text, for rules that look for a text in it
 */
record RestAnswer(int status, @Nullable JsonNode json, String text) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_TEXT = 1 << 16;

    static RestAnswer of(int status, byte[] body) {
        String text = new String(body, 0, Math.min(body.length, LONGEST_TEXT), StandardCharsets.UTF_8);
        return new RestAnswer(status, body.length == 0 ? null : parse(body), text);
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException noJson) {
            return null;
        }
    }

    /** The text at a place, {@code .} for the whole body. */
    Optional<String> text(String place) {
        return JsonPlace.text(json, place);
    }
}
