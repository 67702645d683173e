package io.linkspan.broker;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers of a message. Together they fit one AMQP frame of 128 KB, which is all RabbitMQ gives them. */
final class Header {
    static final String FLOW = "linkspan-flow";
    static final String KEY = "linkspan-key";
    static final String VERSION = "linkspan-version";
    static final String SEQUENCE = "linkspan-sequence";
    static final String PARTITION = "linkspan-partition";
    static final String ATTEMPTS = "linkspan-attempts";
    static final String REPLAY = "linkspan-replay";
    /** Milliseconds since 1970 before which the record is not to be delivered again. */
    static final String NOT_BEFORE = "linkspan-not-before";
    /** How often the message was taken to another partition. */
    static final String MOVED = "linkspan-moved";
    /** Why the record is dead, as JSON. */
    static final String DEAD = "linkspan-dead";

    /** The longest JSON of one header, in bytes of UTF-8. */
    static final int LONGEST_JSON = 40_000;

    private Header() {}

    /** A header as text, whatever type the sender gave it; null where it is missing. */
    static @Nullable String text(@Nullable Map<String, Object> headers, String name) {
        Object value = headers == null ? null : headers.get(name);
        return value == null ? null : value.toString();
    }

    /** A header as a whole number; the default where it is missing or none. */
    static long number(@Nullable Map<String, Object> headers, String name, long otherwise) {
        Object value = headers == null ? null : headers.get(name);
        return value instanceof Number number ? number.longValue() : otherwise;
    }
}
