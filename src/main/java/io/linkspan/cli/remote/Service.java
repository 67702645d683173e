package io.linkspan.cli.remote;

import io.linkspan.cli.Ends;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A running service's admin API. A call that is refused ends the command with the problem's detail and exit code 1; a
 * service that cannot be reached, or does not know the key, with 2.
 */
final class Service {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BASE = "/api/v1";

    private final URI address;
    private final String key;

    Service(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /** Asks; parameters without a value are left out. */
    JsonNode get(String path, Map<String, ? extends @Nullable Object> parameters) {
        return send("GET", path + query(parameters), null);
    }

    /** Sends JSON. */
    JsonNode send(String method, String path, @Nullable JsonNode body) {
        return send(method, path, body == null ? null : body.toString(), "application/json");
    }

    /** Sends any content. */
    JsonNode send(String method, String path, @Nullable String body, String type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + path))
                .timeout(PATIENCE)
                .header("X-Api-Key", key)
                .header("Content-Type", type)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            return read(client.send(request, BodyHandlers.ofString()));
        } catch (IOException away) {
            throw Ends.calledWrongly("no service answers at " + address + " (" + away + "): is it running?");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Ends.calledWrongly("interrupted");
        }
    }

    private String base() {
        return address.toString().replaceFirst("/+$", "") + BASE;
    }

    private JsonNode read(HttpResponse<String> answer) {
        int status = answer.statusCode();
        JsonNode body = parsed(answer.body());
        if (status < 300) {
            return body;
        }
        String said = body.path("detail").asString("the service answered with status " + status);
        throw status == 401 || status == 403 ? Ends.calledWrongly(said) : Ends.inputIsWrong(said);
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notOurs) {
            return MissingNode.getInstance();
        }
    }

    private static String query(Map<String, ? extends @Nullable Object> parameters) {
        String query = parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> parameter.getKey() + "=" + encoded(String.valueOf(parameter.getValue())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** A value as part of a path or a query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
