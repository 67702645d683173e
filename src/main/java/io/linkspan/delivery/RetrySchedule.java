package io.linkspan.delivery;

import io.linkspan.record.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a record is tried again: exponentially later, with jitter, or when the other side asked for it, whichever is
 * later. The broker's retry tiers round the delay up.
 *
 * @param attempts most attempts spent on one record
 * @param age a record whose first attempt is older is given up
 * @param first the delay after the first attempt; each further one doubles it
 * @param longest no delay of our own choice is longer
 * @param random where the jitter (up to a fifth, either way) comes from
 */
record RetrySchedule(int attempts, Duration age, Duration first, Duration longest, RandomGenerator random) {
    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 30;
    private static final int PARTS = 4;

    /** Whether one more failed attempt was the last one allowed. */
    boolean spent(Attempts history, Instant now) {
        return history.count() + 1 >= attempts || tooOld(history, now);
    }

    /** Whether a record has been tried for as long as allowed. */
    boolean tooOld(Attempts history, Instant now) {
        return Duration.between(history.since(now), now).compareTo(age) > 0;
    }

    /** How long to wait where nothing was spent: longer, the longer it has lasted already. */
    Duration meanwhile(Attempts history, Instant now) {
        Duration part = Duration.between(history.since(now), now).dividedBy(PARTS);
        Duration least = part.compareTo(first) < 0 ? first : part;
        return least.compareTo(longest) > 0 ? longest : least;
    }

    /** How long to wait after one more failed attempt. */
    Duration next(Attempts history, @Nullable Duration asked) {
        int doublings = Math.min(history.count(), MOST_DOUBLINGS);
        double millis = Math.min(first.toMillis() * Math.pow(2, doublings), (double) longest.toMillis());
        double jittered = millis * (1 + JITTER * (2 * random.nextDouble() - 1));
        Duration own = Duration.ofMillis((long) jittered);
        return asked != null && asked.compareTo(own) > 0 ? asked : own;
    }
}
