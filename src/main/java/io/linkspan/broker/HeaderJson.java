package io.linkspan.broker;

import io.linkspan.record.Attempt;
import io.linkspan.record.Attempts;
import io.linkspan.record.Outcome.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The two headers that hold JSON. What would be too long for a frame is cut, the least telling first. */
final class HeaderJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int LONGEST_REASON = 100;
    private static final int LONGEST_DETAIL = 2000;

    private HeaderJson() {}

    /** Drops the oldest attempts until the rest fits; the count stays. */
    static String of(Attempts attempts) {
        List<Attempt> listed = attempts.last().stream()
                .map(attempt -> new Attempt(attempt.at(), cut(attempt.reason(), LONGEST_REASON), attempt.detail()))
                .toList();
        String json = JSON.writeValueAsString(new Attempts(attempts.count(), listed));
        while (size(json) > Header.LONGEST_JSON) {
            listed = listed.subList((listed.size() + 1) / 2, listed.size());
            json = JSON.writeValueAsString(new Attempts(attempts.count(), listed));
        }
        return json;
    }

    /** Drops the last field errors until the rest fits, and says how many are missing. */
    static String of(DeadNote note) {
        List<FieldError> errors = new ArrayList<>();
        for (FieldError error : note.errors()) {
            errors.add(new FieldError(
                    cut(error.field(), LONGEST_DETAIL),
                    cut(error.code(), LONGEST_REASON),
                    cut(error.source(), LONGEST_DETAIL),
                    cut(error.detail(), LONGEST_DETAIL)));
        }
        String detail = cut(note.detail(), LONGEST_DETAIL);
        String json = JSON.writeValueAsString(note.with(detail, errors));
        while (size(json) > Header.LONGEST_JSON) {
            errors = errors.subList(0, errors.size() / 2);
            int missing = note.errors().size() - errors.size();
            json = JSON.writeValueAsString(note.with(detail + " (" + missing + " more field errors)", errors));
        }
        return json;
    }

    /** Reads attempts; {@code IllegalArgumentException} where they cannot be read. */
    static Attempts attempts(String json) {
        return read(json, Attempts.class, Header.ATTEMPTS);
    }

    /** Reads why a record is dead; {@code IllegalArgumentException} where it cannot be read. */
    static DeadNote dead(String json) {
        return read(json, DeadNote.class, Header.DEAD);
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static <T> T read(String json, Class<T> type, String header) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException | IllegalArgumentException | NullPointerException broken) {
            throw new IllegalArgumentException("the header " + header + " cannot be read", broken);
        }
    }

    private static int size(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }
}
