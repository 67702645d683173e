package io.linkspan.broker;

import com.rabbitmq.client.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The vocabularies of the two homes, chosen by what the broker says it is. Whatever one of them lacks, or calls by
 * another name, is arranged here and nowhere else.
 */
enum Dialect {
    /**
     * RabbitMQ 3.10 and later. At-least-once dead-lettering works only with {@code reject-publish}; without a delivery
     * limit of one's own, 4.0 and later give a message up after 20 deliveries.
     */
    RABBITMQ {
        @Override
        Map<String, Object> work(Names names) {
            return Map.of(
                    "x-queue-type",
                    "quorum",
                    "x-single-active-consumer",
                    true,
                    "x-dead-letter-exchange",
                    names.dead(),
                    "x-dead-letter-strategy",
                    "at-least-once",
                    "x-overflow",
                    "reject-publish",
                    "x-delivery-limit",
                    MOST_DELIVERIES);
        }

        @Override
        Map<String, Object> retry(Names names, Duration tier) {
            return Map.of(
                    "x-queue-type", "quorum",
                    "x-message-ttl", tier.toMillis(),
                    "x-dead-letter-exchange", names.workExchange(),
                    "x-dead-letter-strategy", "at-least-once",
                    "x-overflow", "reject-publish");
        }

        @Override
        Map<String, Object> dead() {
            return Map.of(
                    "x-queue-type",
                    "quorum",
                    "x-single-active-consumer",
                    true,
                    "x-overflow",
                    "reject-publish",
                    "x-delivery-limit",
                    Integer.MAX_VALUE);
        }
    },

    /** Apache Qpid Broker-J: durable queues are as safe as its store, and its own arguments do the work of most {@code x-} ones. */
    BROKER_J {
        @Override
        Map<String, Object> work(Names names) {
            return Map.of("x-single-active-consumer", true, "alternateBinding", Map.of("destination", names.dead()));
        }

        @Override
        Map<String, Object> retry(Names names, Duration tier) {
            return Map.of(
                    "maximumMessageTtl",
                    tier.toMillis(),
                    "expiryPolicy",
                    "ROUTE_TO_ALTERNATE",
                    "alternateBinding",
                    Map.of("destination", names.workExchange()));
        }

        @Override
        Map<String, Object> dead() {
            return Map.of("x-single-active-consumer", true);
        }
    };

    /**
     * A message counts a delivery whenever a process that held it goes away. No outage of weeks comes near this number; a
     * record that brings down every process that touches it does, and ends as a dead letter.
     */
    private static final int MOST_DELIVERIES = 1000;

    private static final String OLDEST_RABBITMQ = "3.10";
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    /** Arguments of a work queue: one active consumer, and where the broker puts what it gives up. */
    abstract Map<String, Object> work(Names names);

    /** Arguments of a rung of the retry ladder: after its time a message returns under its own routing key. */
    abstract Map<String, Object> retry(Names names, Duration tier);

    /** Arguments of the queue of the dead: nothing ever leaves it but by the archive. */
    abstract Map<String, Object> dead();

    /** The dialect of the broker at the other end. */
    static Dialect of(Connection connection) {
        String product = said(connection, "product");
        String version = said(connection, "version");
        if (product.contains("Qpid Broker-J")) {
            return BROKER_J;
        }
        if (!product.equals("RabbitMQ")) {
            throw new BrokerStartException(
                    "the broker says it is '" + product + "'",
                    "name a RabbitMQ " + OLDEST_RABBITMQ + " or later in LINKSPAN_BROKER_URL");
        }
        if (older(version)) {
            throw new BrokerStartException(
                    "RabbitMQ " + version + " is too old: it cannot dead-letter at least once",
                    "use RabbitMQ " + OLDEST_RABBITMQ + " or later");
        }
        return RABBITMQ;
    }

    static boolean older(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.lookingAt()) {
            return true;
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        return major < 3 || (major == 3 && minor < 10);
    }

    private static String said(Connection connection, String property) {
        return String.valueOf(connection.getServerProperties().get(property));
    }
}
