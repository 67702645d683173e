package io.linkspan;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A REST target that can be away: with no port open, or answering an error to everything. Takes {@code PUT /things/KEY}. */
final class PlainTarget implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port = freePort();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final Set<String> inWork = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Integer>> taken = new HashMap<>();
    private volatile int status = 200;
    private @Nullable HttpServer server;

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Opens its port, or opens it again. */
    synchronized void open() {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/things/", this::answer);
            opened.start();
            server = opened;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Answers this to everything from now on. */
    void answers(int other) {
        status = other;
    }

    /** The versions taken of each key, in their order. */
    synchronized Map<String, List<Integer>> taken() {
        return new HashMap<>(taken);
    }

    /** How often a record was sent while it was being sent. */
    int overlaps() {
        return overlaps.get();
    }

    int calls() {
        return calls.get();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        String key = exchange.getRequestURI().getPath();
        boolean alone = inWork.add(key);
        if (!alone) {
            overlaps.incrementAndGet();
        }
        byte[] sent = exchange.getRequestBody().readAllBytes();
        int answer = status;
        if (answer == 200) {
            take(JSON.readTree(sent));
        }
        if (alone) {
            inWork.remove(key);
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private synchronized void take(JsonNode thing) {
        taken.computeIfAbsent(thing.path("key").asString(), key -> new ArrayList<>())
                .add(thing.path("n").asInt());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
