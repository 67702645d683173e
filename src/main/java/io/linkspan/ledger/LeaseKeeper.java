package io.linkspan.ledger;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this replica's leases alive, however long a page takes to come. A replica that is killed loses them within {@link
 * #LENGTH}; one that was merely too slow to renew finds its {@link Fence} closed.
 */
public final class LeaseKeeper implements AutoCloseable {
    /** How long a replica that was killed is thought to hold its leases. */
    public static final Duration LENGTH = Duration.ofSeconds(30);

    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Leases leases;
    private final String replica;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("leases").daemon().factory());

    /** For one replica. */
    public LeaseKeeper(Leases leases, String replica) {
        this.leases = leases;
        this.replica = replica;
        ScheduledFuture<?> _ =
                beat.scheduleWithFixedDelay(this::renew, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes a lease and keeps it until it is given back; false where another replica has it. */
    public boolean take(String name) {
        boolean mine = leases.acquire(name, replica, LENGTH);
        if (mine) {
            held.add(name);
        } else {
            held.remove(name);
        }
        return mine;
    }

    /** Whether a lease that was taken has not been lost, as far as is known without asking. */
    public boolean holds(String name) {
        return held.contains(name);
    }

    /** What a checkpoint is moved by under a lease. */
    public Fence fence(String name) {
        return new Fence(name, replica);
    }

    /** Lets another replica have it at once. */
    public void giveBack(String name) {
        held.remove(name);
        try {
            leases.release(name, replica);
        } catch (DatabaseUnavailable away) {
            LOG.debug("the lease {} ends by itself: {}", name, away.getMessage());
        }
    }

    /** Renews all of them: done by itself every ten seconds. */
    public void renew() {
        Set.copyOf(held).forEach(this::renew);
    }

    private void renew(String name) {
        try {
            if (!leases.renew(name, replica, LENGTH) && held.remove(name)) {
                LOG.warn("the lease {} went to another replica", name);
            }
        } catch (DatabaseUnavailable away) {
            LOG.debug("the lease {} cannot be renewed: {}", name, away.getMessage());
        }
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
