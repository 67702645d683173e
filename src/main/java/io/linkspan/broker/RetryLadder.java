package io.linkspan.broker;

import java.time.Duration;
import java.util.List;

/** The rungs on which a record waits for its next delivery. */
record RetryLadder(List<Duration> tiers) {
    /** The shortest rung that is long enough, else the longest. */
    Duration fitting(Duration wait) {
        return tiers.stream()
                .filter(tier -> tier.compareTo(wait) >= 0)
                .findFirst()
                .orElseGet(tiers::getLast);
    }
}
