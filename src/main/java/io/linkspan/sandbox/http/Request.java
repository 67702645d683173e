package io.linkspan.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request, read whole. Immutable but for the array of its body, which nobody writes to. */
public final class Request {
    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * A request.
     *
     * @param method the method, in capitals
     * @param path the path as it was sent, still escaped
     * @param query the query's parameters; where one comes twice, the last
     * @param headers the headers by lower-case name; where one comes twice, joined by a comma
     * @param body the body, perhaps empty
     */
    Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = Map.copyOf(query);
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** The method, in capitals. */
    public String method() {
        return method;
    }

    /** The path as it was sent, still escaped. */
    public String path() {
        return path;
    }

    /** A parameter of the query. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body. */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
