package io.linkspan.deadletter;

import io.linkspan.ledger.DatabaseUnavailable;
import io.linkspan.ledger.Leases;
import io.linkspan.ledger.Replica;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps alerts going in a thread of its own, so that a channel that does not answer delays nobody. One replica at a time
 * sends; another takes over when its lease is over.
 */
final class AlertWork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWork.class);
    private static final String LEASE = "alerts";
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 1000;

    private final AlertTurn turn;
    private final Leases leases;
    private final Replica replica;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("alerts").factory());
    private volatile @Nullable Future<?> turning;

    AlertWork(AlertTurn turn, Leases leases, Replica replica) {
        this.turn = turn;
        this.leases = leases;
        this.replica = replica;
    }

    @Override
    public void start() {
        turning = turns.scheduleWithFixedDelay(this::turn, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void turn() {
        try {
            if (leases.acquire(LEASE, replica.name(), LEASE_LENGTH)) {
                turn.turn();
            }
        } catch (DatabaseUnavailable away) {
            LOG.warn("alerts wait: {}", away.getMessage());
        } catch (RuntimeException unforeseen) {
            // A scheduled task that throws is never run again: nobody would be told of anything any more.
            LOG.error("a turn of the alerts failed", unforeseen);
        }
    }

    @Override
    public void stop() {
        turning = null;
        turns.shutdownNow();
        try {
            leases.release(LEASE, replica.name());
        } catch (DatabaseUnavailable away) {
            LOG.warn("the lease of the alerts ends by itself: {}", away.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return turning != null;
    }
}
