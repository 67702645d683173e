package io.linkspan.broker;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Linkspan uses its broker.
 *
 * @param url address of a RabbitMQ with user and password, {@code amqp://user:password@host:5672/vhost} or {@code amqps:}.
 *     Without it, and without Spring's own {@code spring.rabbitmq.host} or {@code spring.rabbitmq.addresses}, the broker
 *     inside this process is used
 * @param prefix begins the name of every exchange and queue: letters, digits, {@code . _ -}, at most 60
 * @param retryTiers how long the rungs of the retry ladder are, ascending, 1 to 20 of them, each 100 ms to 24 h
 * @param confirmWindow how many messages one publisher may have unconfirmed, 1 to 100000
 * @param confirmTimeout how long the broker may confirm nothing at all before publishing fails, at least 1 s
 * @param backoff the first wait after a failure of the broker or of a handler; doubled with each further failure
 * @param longestBackoff the longest such wait
 * @param holdAtMost how long a message may stay in this process unsettled, while its flow is paused or its handler fails,
 *     before it is given back to the broker, 1 s to 25 min: RabbitMQ takes messages back after 30 minutes by itself
 * @param stopWithin how long stopping waits for batches under way
 * @param embedded the broker inside this process
 */
@ConfigurationProperties("linkspan.broker")
public record BrokerSettings(
        @Nullable URI url,
        @DefaultValue("linkspan") String prefix,
        @DefaultValue({"5s", "30s", "2m", "10m", "1h"}) List<Duration> retryTiers,
        @DefaultValue("1000") int confirmWindow,
        @DefaultValue("30s") Duration confirmTimeout,
        @DefaultValue("500ms") Duration backoff,
        @DefaultValue("30s") Duration longestBackoff,
        @DefaultValue("15m") Duration holdAtMost,
        @DefaultValue("20s") Duration stopWithin,
        @DefaultValue Embedded embedded) {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    /**
     * The broker inside this process.
     *
     * @param port where it listens on the loopback interface; 0 takes any free port
     */
    public record Embedded(@DefaultValue("0") int port) {
        /** Refuses what is no port. */
        public Embedded {
            demand(port >= 0 && port <= 65535, "embedded.port", "is 0 to 65535", port);
        }
    }

    /** Refuses what would not work, naming the property. */
    public BrokerSettings {
        retryTiers = List.copyOf(retryTiers);
        demand(PREFIX.matcher(prefix).matches(), "prefix", "has 1 to 60 letters, digits and . _ -", prefix);
        demand(!retryTiers.isEmpty() && retryTiers.size() <= 20, "retry-tiers", "has 1 to 20 durations", retryTiers);
        for (Duration tier : retryTiers) {
            within(tier, Duration.ofMillis(100), Duration.ofHours(24), "retry-tiers");
        }
        demand(ascending(retryTiers), "retry-tiers", "is ascending, each duration once", retryTiers);
        demand(confirmWindow >= 1 && confirmWindow <= 100_000, "confirm-window", "is 1 to 100000", confirmWindow);
        within(confirmTimeout, Duration.ofSeconds(1), Duration.ofHours(1), "confirm-timeout");
        within(backoff, Duration.ofMillis(1), Duration.ofMinutes(5), "backoff");
        within(longestBackoff, backoff, Duration.ofMinutes(5), "longest-backoff");
        within(holdAtMost, Duration.ofSeconds(1), Duration.ofMinutes(25), "hold-at-most");
        within(stopWithin, Duration.ZERO, Duration.ofMinutes(10), "stop-within");
    }

    /** The settings with every default, for a prefix. */
    public static BrokerSettings defaults(String prefix) {
        return new BrokerSettings(
                null,
                prefix,
                List.of(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1)),
                1000,
                Duration.ofSeconds(30),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofMinutes(15),
                Duration.ofSeconds(20),
                new Embedded(0));
    }

    /** Never shows the password in the address. */
    @Override
    public String toString() {
        return "BrokerSettings[prefix=" + prefix + ", retryTiers=" + retryTiers + ", confirmWindow=" + confirmWindow
                + "]";
    }

    private static boolean ascending(List<Duration> tiers) {
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).compareTo(tiers.get(i - 1)) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static void within(Duration value, Duration least, Duration most, String property) {
        demand(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                property,
                "is between " + least + " and " + most,
                value);
    }

    private static void demand(boolean held, String property, String rule, Object value) {
        if (!held) {
            throw new IllegalArgumentException("linkspan.broker." + property + " " + rule + ", not '" + value + "'");
        }
    }
}
