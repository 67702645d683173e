package io.linkspan.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Sends a body of unknown length in chunks (RFC 9112, 7.1), or only the beginning of it. */
final class ChunkedOutput extends OutputStream {
    private static final byte[] LINE_END = {'\r', '\n'};

    private final OutputStream out;
    private long left;

    /**
     * A stream of chunks.
     *
     * @param out the wire
     * @param most bytes after which {@link EnoughException} is thrown
     */
    ChunkedOutput(OutputStream out, long most) {
        this.out = out;
        this.left = most;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int sent = (int) Math.min(length, left);
        if (sent > 0) {
            out.write(Integer.toHexString(sent).getBytes(StandardCharsets.US_ASCII));
            out.write(LINE_END);
            out.write(bytes, from, sent);
            out.write(LINE_END);
            left -= sent;
        }
        if (sent < length) {
            throw new EnoughException();
        }
    }

    /** Says that the body is whole. */
    void end() throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** As much was sent as was to be sent. */
    static final class EnoughException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
