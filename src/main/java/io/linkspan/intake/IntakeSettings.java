package io.linkspan.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sources are read: {@code linkspan.intake} in the configuration.
 *
 * @param longestQueue records of a flow waiting for delivery at which its pull waits; 1 to 10 million
 */
@ConfigurationProperties("linkspan.intake")
record IntakeSettings(@DefaultValue("20000") long longestQueue) {
    IntakeSettings {
        if (longestQueue < 1 || longestQueue > 10_000_000) {
            throw new IllegalArgumentException(
                    "linkspan.intake.longest-queue must be 1 to 10000000, not " + longestQueue);
        }
    }
}
