package io.linkspan.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sources are read: {@code linkspan.intake} in the configuration.
 *
 * @param longestQueue records of a flow waiting for delivery above which its pull waits; 1 to 10 million
 * @param shortQueue records at which a pull that waited goes on, and above which a backfill waits; at most {@code
 *     longestQueue}, half of it where nothing is set
 */
@ConfigurationProperties("linkspan.intake")
record IntakeSettings(
        @DefaultValue("20000") long longestQueue, @Nullable Long shortQueue) {
    IntakeSettings {
        if (longestQueue < 1 || longestQueue > 10_000_000) {
            throw new IllegalArgumentException(
                    "linkspan.intake.longest-queue must be 1 to 10000000, not " + longestQueue);
        }
        if (shortQueue != null && (shortQueue < 0 || shortQueue > longestQueue)) {
            throw new IllegalArgumentException(
                    "linkspan.intake.short-queue must be 0 to linkspan.intake.longest-queue (" + longestQueue
                            + "), not " + shortQueue);
        }
    }

    /** The low mark. */
    long low() {
        return shortQueue == null ? longestQueue / 2 : shortQueue;
    }
}
