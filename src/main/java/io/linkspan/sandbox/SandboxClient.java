package io.linkspan.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a sandbox system tells under {@code /sandbox/}. */
final class SandboxClient {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private final URI base;

    SandboxClient(URI base) {
        this.base = base;
    }

    static JsonNode parsed(String json) {
        return JSON.readTree(json);
    }

    JsonNode json(String path) {
        StringBuilder text = new StringBuilder();
        lines(path, text::append);
        return parsed(text.toString());
    }

    /** Passes on an answer line by line, however long it is. */
    void lines(String path, Consumer<String> line) {
        try (InputStream in = base.resolve(path).toURL().openStream();
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "the sandbox at " + base + " does not answer: " + broken.getMessage(), broken);
        }
    }
}
