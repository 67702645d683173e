package io.linkspan.broker;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, opened again after it was lost. Everybody who needs it asks; between two attempts to reach a broker
 * that is away, those who ask are turned down at once, so that many readers do not hammer it.
 */
final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final ConnectionFactory factory;
    private final List<Address> addresses;
    private final String name;
    private final Backoff backoff;
    private final InstantSource clock;
    private @Nullable Connection connection;
    private @Nullable Exception lastFailure;
    private long notBefore;
    private boolean closed;

    Link(
            ConnectionFactory factory,
            List<Address> addresses,
            String name,
            BrokerSettings settings,
            InstantSource clock) {
        this.factory = factory;
        this.addresses = addresses;
        this.name = name;
        this.backoff = new Backoff(settings.backoff(), min(settings.longestBackoff(), Duration.ofSeconds(5)));
        this.clock = clock;
    }

    /** An open channel of one's own. */
    Channel channel() {
        try {
            Channel channel = connection().createChannel();
            if (channel == null) {
                throw new BrokerException("the broker gives no more channels on one connection");
            }
            return channel;
        } catch (IOException | TimeoutException | com.rabbitmq.client.AlreadyClosedException away) {
            throw new BrokerException("the broker cannot be reached: " + Reasons.of(away), away);
        }
    }

    /** The connection, opened if need be. */
    synchronized Connection connection() throws IOException, TimeoutException {
        if (closed) {
            throw new IOException("Linkspan is stopping");
        }
        Connection open = connection;
        if (open != null && open.isOpen()) {
            return open;
        }
        Exception before = lastFailure;
        if (before != null && clock.millis() < notBefore) {
            throw new IOException(Reasons.of(before), before);
        }
        return connect();
    }

    private Connection connect() throws IOException, TimeoutException {
        try {
            Connection fresh = factory.newConnection(addresses, name);
            fresh.addBlockedListener(new Blocked());
            if (lastFailure != null || connection != null) {
                LOG.info("broker reached again ({})", name);
            }
            connection = fresh;
            lastFailure = null;
            backoff.reset();
            return fresh;
        } catch (IOException | TimeoutException | RuntimeException away) {
            if (lastFailure == null) {
                LOG.warn("broker cannot be reached ({}): {}; trying again", name, Reasons.of(away));
            }
            lastFailure = away;
            notBefore = clock.millis() + backoff.next().toMillis();
            throw away;
        }
    }

    /** Whether the connection stands just now. */
    synchronized boolean open() {
        return connection != null && connection.isOpen();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (connection != null) {
            connection.abort(2000);
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private final class Blocked implements BlockedListener {
        @Override
        public void handleBlocked(String reason) {
            LOG.warn("the broker takes no messages just now ({}): {}", name, reason);
        }

        @Override
        public void handleUnblocked() {
            LOG.info("the broker takes messages again ({})", name);
        }
    }
}
