package io.linkspan.dolibarr;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Dolibarr's REST side in the manner it was seen: look-up by an sqlfilter (404 for no hit), a create that answers a bare
 * number, a PUT that merges, a 400 where the name is missing, ids that come back as text.
 */
final class DolibarrRestStub implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern FILTER = Pattern.compile("\\(t\\.ref_ext:=:'((?:[^']|'')*)'\\)");
    private final HttpServer server;
    private final Map<Integer, ObjectNode> parties = new LinkedHashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    DolibarrRestStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/index.php/thirdparties", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/index.php");
    }

    /** Every third party held, by its own id. */
    synchronized Map<Integer, ObjectNode> parties() {
        return new LinkedHashMap<>(parties);
    }

    /** Methods and paths, in the order they came. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** What somebody entered by hand, before the bridge came. */
    synchronized int holds(String refExt, String name) {
        int id = parties.size() + 1;
        parties.put(id, JSON.createObjectNode().put("ref_ext", refExt).put("name", name));
        return id;
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        calls.add(exchange.getRequestMethod() + " " + uri);
        byte[] sent = exchange.getRequestBody().readAllBytes();
        Answer answer = "api-key-local-0001".equals(exchange.getRequestHeaders().getFirst("DOLAPIKEY"))
                ? switch (exchange.getRequestMethod()) {
                    case "GET" -> lookUp(uri);
                    case "POST" -> create(JSON.readTree(sent));
                    case "PUT" -> merge(uri, JSON.readTree(sent));
                    default -> error(405, "Method Not Allowed");
                }
                : error(401, "Unauthorized");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private synchronized Answer lookUp(URI uri) {
        Matcher filter = FILTER.matcher(uri.getQuery() == null ? "" : uri.getQuery());
        if (!filter.find()) {
            return error(400, "Bad Request: bad sqlfilters");
        }
        String wanted = filter.group(1).replace("''", "'");
        List<ObjectNode> hits = new ArrayList<>();
        parties.forEach((id, party) -> {
            if (wanted.equals(party.path("ref_ext").asString(""))) {
                hits.add(party.deepCopy().put("id", String.valueOf(id)));
            }
        });
        return hits.isEmpty()
                ? error(404, "Not Found: No thirdparties found")
                : new Answer(200, JSON.writeValueAsString(hits));
    }

    private synchronized Answer create(JsonNode party) {
        if (party.path("name").asString("").isBlank()) {
            return error(400, "Bad Request: name field missing");
        }
        int id = parties.size() + 1;
        parties.put(id, (ObjectNode) party);
        return new Answer(200, String.valueOf(id));
    }

    private synchronized Answer merge(URI uri, JsonNode changes) {
        String path = uri.getPath();
        ObjectNode party = parties.get(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
        if (party == null) {
            return error(404, "Not Found: Thirdparty not found");
        }
        party.setAll((ObjectNode) changes);
        return new Answer(200, JSON.writeValueAsString(party));
    }

    private static Answer error(int status, String message) {
        return new Answer(status, "{\"error\": {\"code\": " + status + ", \"message\": \"" + message + "\"}}");
    }

    private record Answer(int status, String body) {}

    @Override
    public void close() {
        server.stop(0);
    }
}
