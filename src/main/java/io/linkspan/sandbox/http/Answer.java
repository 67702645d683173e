package io.linkspan.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer and the manner it is sent in. Immutable.
 *
 * @param status the HTTP status
 * @param headers the headers but for length and connection, in order
 * @param body the body, perhaps empty
 * @param manner how it is sent
 */
public record Answer(int status, Map<String, String> headers, Body body, Manner manner) {
    /** Keeps a copy of the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer with a body of the given media type. */
    public static Answer of(int status, String mediaType, Body body) {
        return new Answer(status, Map.of("Content-Type", mediaType), body, Manner.WHOLE);
    }

    /** An answer in JSON. */
    public static Answer json(int status, String json) {
        return of(status, "application/json", Body.of(json));
    }

    /** An answer in plain text. */
    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", Body.of(text));
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), Body.of(""), Manner.WHOLE);
    }

    /** No answer: the connection is reset. */
    public static Answer reset() {
        return empty(500).sent(Manner.RESET);
    }

    /** The same with a header more. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, manner);
    }

    /** The same, sent in another manner. */
    public Answer sent(Manner other) {
        return new Answer(status, headers, body, other);
    }

    /** The same with bytes that are not what the head says: ISO-8859-1 instead of UTF-8. */
    public Answer misencoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            body.writeTo(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        return new Answer(status, headers, Body.of(text.getBytes(StandardCharsets.ISO_8859_1)), manner);
    }
}
