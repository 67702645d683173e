package io.linkspan.chaos;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The ERP's clock: right, or wrong by so much. */
final class SkewedClock extends Clock {
    private final AtomicLong skew = new AtomicLong();

    void skewMillis(long millis) {
        skew.set(millis);
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(skew.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the sandbox dates in UTC");
    }
}
