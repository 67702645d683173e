package io.linkspan.broker;

import java.time.Duration;

/**
 * How records of a flow are gathered.
 *
 * @param size the most records of one batch, 1 to 5000
 * @param linger how long a batch waits to fill up once it has its first record, 0 to 1 min
 * @param prefetch how many messages a partition may hold in this process unsettled, size to 20000
 */
public record BatchSettings(int size, Duration linger, int prefetch) {
    private static final int LEAST_PREFETCH = 32;

    /** Refuses what would not work. */
    public BatchSettings {
        demand(size >= 1 && size <= 5000, "a batch has 1 to 5000 records, not " + size);
        demand(
                !linger.isNegative() && linger.compareTo(Duration.ofMinutes(1)) <= 0,
                "a batch lingers 0 to 60 s, not " + linger);
        demand(prefetch >= size && prefetch <= 20_000, "prefetch is " + size + " to 20000, not " + prefetch);
    }

    /** Settings that keep the next batch at hand while one is delivered. */
    public BatchSettings(int size, Duration linger) {
        this(size, linger, Math.max(LEAST_PREFETCH, 2 * size));
    }

    private static void demand(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
