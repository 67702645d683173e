package io.linkspan.ledger;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * This running program among others on the same database. It holds a lease under its own name, so that the claims of a
 * replica that died are free after {@link #LEASE} and those of a living one are left alone.
 */
public final class Replica implements SmartLifecycle {
    /** How long a replica that died is thought to be alive. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    private final Leases leases;
    private final String name;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("replica-lease").factory());
    private volatile @Nullable Future<?> beating;

    Replica(Leases leases) {
        this.leases = leases;
        this.name = "replica/" + UUID.randomUUID();
    }

    /** Its name, another after each start: the holder of its leases. */
    public String name() {
        return name;
    }

    @Override
    public void start() {
        leases.acquire(name, name, LEASE);
        beating = beat.scheduleAtFixedRate(this::renew, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renew() {
        try {
            leases.acquire(name, name, LEASE);
        } catch (DatabaseUnavailable away) {
            LOG.warn("cannot renew this replica's lease: {}", away.getMessage());
        }
    }

    @Override
    public void stop() {
        beat.shutdownNow();
        beating = null;
        try {
            leases.release(name, name);
        } catch (DatabaseUnavailable away) {
            LOG.warn("cannot end this replica's lease, it ends by itself: {}", away.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return beating != null;
    }

    /** Before whatever claims, and stopped after it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }
}
