package io.linkspan.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A rate: what a second allows, saved up for one second at most. */
final class Pace {
    private final int aSecond;
    private final Clock clock;
    private double saved;
    private Instant last;

    Pace(int aSecond, Clock clock) {
        this.aSecond = aSecond;
        this.clock = clock;
        this.saved = 1;
        this.last = clock.instant();
    }

    /** How many may go now. */
    int allowed() {
        Instant now = clock.instant();
        double seconds = Duration.between(last, now).toNanos() / 1e9;
        last = now;
        saved = Math.min(aSecond, saved + Math.max(0, seconds) * aSecond);
        return (int) saved;
    }

    /** So many went. */
    void spent(int count) {
        saved -= count;
    }
}
