package io.linkspan.bench.site;

import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Request;
import io.linkspan.sandbox.http.WebServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** A target that takes every batch and answers at once: it counts the records and looks at nothing else. */
public final class InstantTarget implements AutoCloseable {
    private static final byte[] MARK = {'"', 'i', 'd', 'e', 'm', 'p', 'o', 't', 'e', 'n', 'c', 'y', 'K', 'e', 'y', '"'};
    private static final String ITEM = "{\"status\":200,\"id\":\"x\"}";

    private final AtomicLong records = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private final WebServer server;

    private InstantTarget() {
        server = WebServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::answer);
    }

    /** Starts one on any free port of the loopback. */
    public static InstantTarget start() {
        return new InstantTarget();
    }

    /** Its address. */
    public URI url() {
        return server.url();
    }

    /** How many records it was sent. */
    public long records() {
        return records.get();
    }

    /** How many calls it had. */
    public long calls() {
        return calls.get();
    }

    private Answer answer(Request request) {
        int count = count(request.body());
        records.addAndGet(count);
        calls.incrementAndGet();
        StringBuilder answer = new StringBuilder(16 + count * (ITEM.length() + 1)).append("{\"results\":[");
        for (int i = 0; i < count; i++) {
            answer.append(i == 0 ? "" : ",").append(ITEM);
        }
        return Answer.json(200, answer.append("]}").toString());
    }

    private static int count(byte[] body) {
        int count = 0;
        for (int i = 0; i <= body.length - MARK.length; i++) {
            if (body[i] == '"' && body[i + 1] == 'i' && marked(body, i)) {
                count++;
            }
        }
        return count;
    }

    private static boolean marked(byte[] body, int from) {
        for (int i = 0; i < MARK.length; i++) {
            if (body[from + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        server.close();
    }
}
