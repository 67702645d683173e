package io.linkspan.deadletter;

import io.linkspan.ledger.DatabaseUnavailable;
import io.linkspan.ledger.Leases;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps alerts going, each channel in a thread of its own, so that one that does not answer delays nobody. One replica at a
 * time sends on a channel; another takes over when its lease is over.
 */
final class AlertWork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWork.class);
    private static final String LEASE = "alerts/";
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 1000;

    private final AlertTurn turn;
    private final Leases leases;
    private final String replica;
    private volatile @Nullable ScheduledExecutorService turns;
    private List<? extends Future<?>> turning = List.of();

    AlertWork(AlertTurn turn, Leases leases, String replica) {
        this.turn = turn;
        this.leases = leases;
        this.replica = replica;
    }

    @Override
    public void start() {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(
                Math.max(1, turn.channels().size()),
                Thread.ofVirtual().name("alerts-", 0).factory());
        turning = turn.channels().stream()
                .map(channel -> threads.scheduleWithFixedDelay(
                        () -> turn(channel), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                .toList();
        turns = threads;
    }

    private void turn(String channel) {
        try {
            if (mine(channel)) {
                turn.turn(channel, () -> mine(channel));
            }
        } catch (DatabaseUnavailable away) {
            LOG.warn("alerts wait: {}", away.getMessage());
        } catch (RuntimeException unforeseen) {
            // A scheduled task that throws is never run again: nobody would be told of anything any more.
            LOG.error("a turn of the alerts failed", unforeseen);
        }
    }

    private boolean mine(String channel) {
        return turns != null && leases.acquire(LEASE + channel, replica, LEASE_LENGTH);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = turns;
        turns = null;
        if (running != null) {
            turning.forEach(one -> one.cancel(true));
            running.shutdownNow();
        }
        try {
            turn.channels().forEach(channel -> leases.release(LEASE + channel, replica));
        } catch (DatabaseUnavailable away) {
            LOG.warn("the leases of the alerts end by themselves: {}", away.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return turns != null;
    }
}
