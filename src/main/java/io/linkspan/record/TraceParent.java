package io.linkspan.record;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The {@code traceparent} header of W3C Trace Context, version 00.
 *
 * @param value {@code 00-<32 hex>-<16 hex>-<2 hex>}, ids not all zero
 */
public record TraceParent(String value) {
    /** The header's name. */
    public static final String HEADER = "traceparent";

    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    /** Refuses a malformed value; use {@link #parse} for what others sent. */
    public TraceParent {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("not a traceparent: " + value);
        }
    }

    /** Starts a trace. */
    public static TraceParent start() {
        return new TraceParent("00-" + hex(2) + "-" + hex(1) + "-01");
    }

    /** The trace a header names, or nothing where it names none. */
    public static Optional<TraceParent> parse(@Nullable String header) {
        return header != null && wellFormed(header) ? Optional.of(new TraceParent(header)) : Optional.empty();
    }

    /** Written out, because every record is asked several times on its way. */
    private static boolean wellFormed(String value) {
        return value.length() == 55
                && value.startsWith("00-")
                && hex(value, 3, 35)
                && value.charAt(35) == '-'
                && hex(value, 36, 52)
                && value.charAt(52) == '-'
                && hex(value, 53, 55)
                && !value.startsWith(NO_TRACE, 3)
                && !value.startsWith(NO_SPAN, 36);
    }

    private static boolean hex(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The same trace with a new span: each call has its own. */
    public TraceParent child() {
        return new TraceParent(value.substring(0, 36) + hex(1) + value.substring(52));
    }

    /** The trace's id: 32 hex digits. */
    public String traceId() {
        return value.substring(3, 35);
    }

    private static String hex(int longs) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < longs; i++) {
            hex.append(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
        }
        return hex.toString();
    }
}
