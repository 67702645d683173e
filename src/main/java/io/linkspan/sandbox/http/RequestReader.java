package io.linkspan.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one connection, one after the other (RFC 9112). */
final class RequestReader {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST_BODY = 256 * 1024 * 1024;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

    /**
     * A reader.
     *
     * @param in what the client says, buffered
     * @param out where a client that waits for leave to send its body is told to go on
     */
    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request, or null where the client has closed the connection. */
    @Nullable
    Request next() throws IOException {
        String first = readLine();
        if (first == null) {
            return null;
        }
        String[] words = first.split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new ProtocolException("no HTTP/1 request line");
        }
        Map<String, String> headers = readHeaders();
        byte[] body = readBody(headers);
        int question = words[1].indexOf('?');
        String path = question < 0 ? words[1] : words[1].substring(0, question);
        Map<String, String> query = question < 0 ? Map.of() : parameters(words[1].substring(question + 1));
        return new Request(words[0], path, query, headers, body);
    }

    /** Parameters in the form of a query or of {@code application/x-www-form-urlencoded}. */
    static Map<String, String> parameters(String text) {
        Map<String, String> found = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                found.put(
                        unescape(equals < 0 ? pair : pair.substring(0, equals)),
                        unescape(equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
        return found;
    }

    private static String unescape(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private Map<String, String> readHeaders() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String header = readLine(); header != null && !header.isEmpty(); header = readLine()) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("no header: " + header);
            }
            String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.merge(name, header.substring(colon + 1).strip(), (one, two) -> one + ", " + two);
        }
        return headers;
    }

    private byte[] readBody(Map<String, String> headers) throws IOException {
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write(CONTINUE);
            out.flush();
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return readChunks();
        }
        return readExactly(size(headers.getOrDefault("content-length", "0"), 10));
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String head = readLine();
            if (head == null) {
                throw new EOFException("the body ends in the middle");
            }
            int semicolon = head.indexOf(';');
            int size = size(semicolon < 0 ? head : head.substring(0, semicolon), 16);
            if (size == 0) {
                readHeaders();
                return body.toByteArray();
            }
            body.write(readExactly(size));
            readLine();
        }
    }

    private static int size(String text, int radix) throws ProtocolException {
        try {
            int size = Integer.parseInt(text.strip(), radix);
            if (size >= 0 && size <= LARGEST_BODY) {
                return size;
            }
        } catch (NumberFormatException noNumber) {
            throw (ProtocolException) new ProtocolException("no length: " + text).initCause(noNumber);
        }
        throw new ProtocolException("a body of " + text + " bytes is more than this server takes");
    }

    private byte[] readExactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the body ends in the middle");
        }
        return bytes;
    }

    private @Nullable String readLine() throws IOException {
        line.reset();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && line.size() == 0) {
                return null;
            }
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new ProtocolException("a line without an end");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
