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
        if (value.isEmpty() || value.length() > LONGEST || !allowed(value)) {
            throw new IllegalArgumentException("a correlation id has 1 to 128 letters, digits and . _ : -");
        }
    }

    /** A loop, because every record is asked several times on its way. */
    private static boolean allowed(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!allowed(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(char c) {
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
