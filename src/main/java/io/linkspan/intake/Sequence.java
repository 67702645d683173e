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

    /** Goes on after what another replica has numbered by then, though its clock may be ahead of ours. */
    void goOnAfter(Instant moved) {
        last.accumulateAndGet(ChronoUnit.MICROS.between(Instant.EPOCH, moved), Math::max);
    }

    long next() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }
}
