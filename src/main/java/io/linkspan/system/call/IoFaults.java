package io.linkspan.system.call;

import io.linkspan.system.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * What a broken exchange means. What was never sent may pass; what was sent and changes something is unsure, because the
 * other side may have done it and only the answer was lost.
 */
final class IoFaults {
    private static final Duration POOL_WAIT = Duration.ofSeconds(1);

    private IoFaults() {}

    static Fault of(IOException broken, Exchange exchange) {
        if (exchange.expired()) {
            return sent(exchange, "timeout", "gave no answer within the time-out");
        }
        return switch (broken) {
            case ConnectionRequestTimeoutException full ->
                new Fault.Unavailable("pool-exhausted", "all connections to the system are in use", POOL_WAIT);
            case ConnectTimeoutException slow -> notSent("connect-timeout", "no connection within the time-out");
            case UnknownHostException unknown -> notSent("unknown-host", "its host name is not known");
            case ConnectException refused -> notSent("connect-refused", "refused the connection");
            case NoRouteToHostException unreachable -> notSent("unreachable", "there is no way to its host");
            case SSLHandshakeException handshake -> handshake(handshake);
            case SSLPeerUnverifiedException other ->
                new Fault.Misconfigured("tls", "its certificate is made out for another host than the address");
            case SocketTimeoutException silent -> sent(exchange, "timeout", "went silent for longer than the time-out");
            case InterruptedIOException stopped -> sent(exchange, "interrupted", "we stopped waiting");
            case ClientProtocolException noHttp -> noHttp(exchange);
            default -> lost(exchange);
        };
    }

    private static Fault lost(Exchange exchange) {
        return exchange.status() > 0
                ? sent(exchange, "answer-cut", "broke the connection in the middle of its answer")
                : sent(exchange, "reset", "broke the connection without an answer");
    }

    private static Fault handshake(SSLHandshakeException broken) {
        if (broken.getCause() instanceof EOFException
                || String.valueOf(broken.getMessage()).contains("terminated the handshake")) {
            return notSent("tls-cut", "broke the connection while encryption was being agreed on");
        }
        return new Fault.Misconfigured(
                "tls",
                "the two sides do not trust each other's certificates or share no cipher: check tls.bundle and its authority");
    }

    private static Fault noHttp(Exchange exchange) {
        return exchange.kind().changes() && exchange.sent()
                ? new Fault.Unsure("no-http", "answered with something that is not HTTP")
                : new Fault.Misconfigured("no-http", "answered with something that is not HTTP: check scheme and port");
    }

    private static Fault notSent(String code, String detail) {
        return new Fault.Unreachable(code, detail);
    }

    private static Fault sent(Exchange exchange, String code, String detail) {
        return exchange.kind().changes() && exchange.sent()
                ? new Fault.Unsure(code, detail)
                : new Fault.Passing(code, detail, null);
    }
}
