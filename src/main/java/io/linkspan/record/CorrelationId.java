package io.linkspan.record;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One id from the pull to the push: in every log line, message and call of a record's way.
 *
 * @param value 1 to 128 letters, digits and {@code . _ : -}
 */
public record CorrelationId(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    /** Refuses what could break a header or a log line. */
    public CorrelationId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("a correlation id has 1 to 128 letters, digits and . _ : -");
        }
    }

    /** A new id that no other record has. */
    public static CorrelationId mint() {
        return new CorrelationId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
