package io.linkspan.deadletter;

import io.linkspan.record.Attempts;
import io.linkspan.record.Outcome.FieldError;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists a letter's row holds as JSON. */
final class LetterJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {};

    private LetterJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static List<FieldError> errors(String json) {
        return JSON.readValue(json, ERRORS);
    }

    static Attempts attempts(String json) {
        return JSON.readValue(json, Attempts.class);
    }
}
