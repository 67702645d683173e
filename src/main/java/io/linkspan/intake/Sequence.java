package io.linkspan.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The order of reading: microseconds since 1970, but never the same or an earlier one twice. */
final class Sequence {
    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();

    Sequence(InstantSource clock) {
        this.clock = clock;
    }

    long next() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }
}
