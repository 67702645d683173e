package io.linkspan.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Puts answers on the wire, whole or broken. */
final class AnswerWriter {
    private static final int HALF_OF_A_STREAM = 20_000;

    private final OutputStream out;

    AnswerWriter(OutputStream out) {
        this.out = out;
    }

    /** Sends what the answer's manner lets through; what then becomes of the connection is the caller's business. */
    void send(Answer answer, boolean keepAlive) throws IOException {
        switch (answer.manner()) {
            case CLOSE, RESET -> {}
            case WHOLE -> {
                head(answer, keepAlive);
                whole(answer.body());
            }
            case HALF_THEN_CLOSE, HALF_THEN_RESET -> {
                head(answer, keepAlive);
                half(answer.body());
            }
        }
        out.flush();
    }

    private void head(Answer answer, boolean keepAlive) throws IOException {
        StringBuilder head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(answer.status()).append(' ').append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        int length = answer.body().length();
        if (length < 0) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (answer.status() != 204 && answer.status() != 304) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        head.append(keepAlive ? "" : "Connection: close\r\n").append("\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private void whole(Body body) throws IOException {
        if (body.length() >= 0) {
            body.writeTo(out);
            return;
        }
        ChunkedOutput chunks = new ChunkedOutput(out, Long.MAX_VALUE);
        body.writeTo(chunks);
        chunks.end();
    }

    private void half(Body body) throws IOException {
        if (body.length() >= 0) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length());
            body.writeTo(bytes);
            out.write(bytes.toByteArray(), 0, body.length() / 2);
            return;
        }
        try {
            body.writeTo(new ChunkedOutput(out, HALF_OF_A_STREAM));
        } catch (ChunkedOutput.EnoughException enough) {
            out.flush();
        }
    }
}
