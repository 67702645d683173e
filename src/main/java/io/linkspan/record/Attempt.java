package io.linkspan.record;

import java.time.Instant;

/**
 * One delivery that did not succeed.
 *
 * @param at when it ended
 * @param reason a short stable code, such as {@code http-503} or {@code timeout}
 * @param detail what the other side said, cut and free of secrets
 */
public record Attempt(Instant at, String reason, String detail) {
    /** The longest detail kept with an attempt, in characters. */
    public static final int LONGEST_DETAIL = 300;

    /** Cuts an overlong detail. */
    public Attempt {
        detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
    }
}
