package io.linkspan.record;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code traceparent} header of W3C Trace Context, version 00.
 *
 * @param value {@code 00-<32 hex>-<16 hex>-<2 hex>}, ids not all zero
 */
public record TraceParent(String value) {
    /** The header's name. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Refuses a malformed value; use {@link #parse} for what others sent. */
    public TraceParent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a traceparent: " + value);
        }
    }

    /** Starts a trace. */
    public static TraceParent start() {
        return new TraceParent("00-" + hex(2) + "-" + hex(1) + "-01");
    }

    /** The trace a header names, or nothing where it names none. */
    public static Optional<TraceParent> parse(@Nullable String header) {
        return header != null && FORM.matcher(header).matches()
                ? Optional.of(new TraceParent(header))
                : Optional.empty();
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
