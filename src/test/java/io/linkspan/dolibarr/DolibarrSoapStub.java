package io.linkspan.dolibarr;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Dolibarr's SOAP side as it was recorded: a list of 1,200 third parties without dates, 13 of them in detail, NOT_FOUND for
 * the others, and a business error inside a 200 for whoever brings the wrong key. Every answer byte for byte.
 */
final class DolibarrSoapStub implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("<id[^>]*>(\\d+)</id>");
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    DolibarrSoapStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/webservices/server_thirdparty.php", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webservices/server_thirdparty.php");
    }

    /** The requests' bodies, in the order they came. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request);
        byte[] body = body(request);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=UTF-8");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] body(String request) {
        if (!request.contains(">ws-key-local<")) {
            return recorded("14-bad-key.response.xml");
        }
        if (request.contains("getListOfThirdParties")) {
            return recorded("01-list-all.response.xml.gz");
        }
        Matcher id = ID.matcher(request);
        String name = id.find() ? "10-get-%02d.response.xml".formatted(Integer.parseInt(id.group(1))) : "";
        return DolibarrSoapStub.class.getResource("/dolibarr/soap/" + name) == null || name.isEmpty()
                ? recorded("12-get-not-found.response.xml")
                : recorded(name);
    }

    private static byte[] recorded(String name) {
        try (InputStream file = DolibarrSoapStub.class.getResourceAsStream("/dolibarr/soap/" + name)) {
            InputStream there = java.util.Objects.requireNonNull(file, name);
            return name.endsWith(".gz") ? new GZIPInputStream(there).readAllBytes() : there.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
