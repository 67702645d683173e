package io.linkspan.system.call;

import io.linkspan.system.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What a system has said of how much more it takes just now. Once it said that nothing is left, no call is made until the
 * time it named: a call less that would be refused, for every thread and flow that calls the system.
 */
final class Quota {
    private static final Duration UNASKED = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final RetryAfter retryAfter;
    private volatile Instant until = Instant.EPOCH;

    Quota(InstantSource clock, RetryAfter retryAfter) {
        this.clock = clock;
        this.retryAfter = retryAfter;
    }

    /** An answer came, good or bad. */
    void answered(Exchange exchange) {
        Duration wait = exchange.status() == 0 ? null : retryAfter.announced(exchange::header);
        if (wait != null) {
            rest(wait);
        }
    }

    /** A call was turned down for its pace. */
    void limited(Fault.Limited limited) {
        rest(limited.retryAfter() == null ? UNASKED : limited.retryAfter());
    }

    private synchronized void rest(Duration wait) {
        Instant end = clock.instant().plus(wait);
        until = end.isAfter(until) ? end : until;
    }

    /** How long no call is to be made: nothing or less when one may be. */
    Duration left() {
        return Duration.between(clock.instant(), until);
    }
}
