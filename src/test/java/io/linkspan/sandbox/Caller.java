package io.linkspan.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the sandbox as any program would. */
public final class Caller implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    public Caller(URI base) {
        this.base = base;
    }

    /** A call with headers as name, value, name, value. */
    public HttpResponse<byte[]> call(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(10));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    public HttpResponse<byte[]> put(String path, String body, String... headers) throws IOException {
        return call("PUT", path, body, headers);
    }

    public HttpResponse<byte[]> post(String path, String body, String... headers) throws IOException {
        return call("POST", path, body, headers);
    }

    public JsonNode get(String path) throws IOException {
        return json(call("GET", path, ""));
    }

    public static JsonNode json(HttpResponse<byte[]> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
