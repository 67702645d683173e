package io.linkspan.record;

import java.util.UUID;

/**
 * One id from the pull to the push: in every log line, message and call of a record's way.
 *
 * @param value 1 to 128 letters, digits and {@code . _ : -}
 */
public record CorrelationId(String value) {
    private static final int LONGEST = 128;

    /** Refuses what could break a header or a log line. */
    public CorrelationId {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(CorrelationId::allowed)) {
            throw new IllegalArgumentException("a correlation id has 1 to 128 letters, digits and . _ : -");
        }
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == ':';
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
