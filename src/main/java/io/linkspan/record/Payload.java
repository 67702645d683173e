package io.linkspan.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A record as the source gave it: an XML fragment that stands by itself, or a JSON document. Always UTF-8. The bytes are
 * not copied: nobody changes them.
 */
@SuppressWarnings("ArrayRecordComponent") // equality by content is written out below
public record Payload(Format format, byte[] bytes) {
    /** What the bytes are. */
    public enum Format {
        /** An XML element with every namespace it uses declared on it. */
        XML("application/xml"),
        /** A JSON value. */
        JSON("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** The media type by RFC 7303 or RFC 8259. */
        public String mediaType() {
            return mediaType;
        }
    }

    /** An XML record from text. */
    public static Payload xml(String text) {
        return new Payload(Format.XML, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON record from text. */
    public static Payload json(String text) {
        return new Payload(Format.JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes as text: for people, never for logs. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && format == payload.format && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * format.hashCode() + Arrays.hashCode(bytes);
    }

    /** Says how large the payload is, never what is in it. */
    @Override
    public String toString() {
        return format + "[" + bytes.length + " bytes]";
    }
}
