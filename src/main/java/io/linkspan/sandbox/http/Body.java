package io.linkspan.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What an answer carries. */
public sealed interface Body {
    /** The body's length in bytes, -1 where only writing it will tell. */
    int length();

    /** Writes the whole body. */
    void writeTo(OutputStream out) throws IOException;

    /** A body that stands in memory. */
    static Body of(byte[] bytes) {
        return new Held(bytes);
    }

    /** A text, as UTF-8. */
    static Body of(String text) {
        return new Held(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body that is made while it is sent, however large. */
    static Body streamed(Source source) {
        return new Streamed(source);
    }

    /** Makes a body. */
    @FunctionalInterface
    interface Source {
        /** Writes the body, from its first byte to its last. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Bytes in memory. */
    final class Held implements Body {
        private final byte[] bytes;

        private Held(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    /** Bytes to come. */
    final class Streamed implements Body {
        private final Source source;

        private Streamed(Source source) {
            this.source = source;
        }

        @Override
        public int length() {
            return -1;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            source.writeTo(out);
        }
    }
}
