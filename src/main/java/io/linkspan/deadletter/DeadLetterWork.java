package io.linkspan.deadletter;

import io.linkspan.broker.DeadQueue;
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

/** Keeps the archive, the replays and the look for overtaken letters running while the program does. One replica at a time turns the replays. */
final class DeadLetterWork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWork.class);
    private static final String LEASE = "replays";
    private static final Duration LEASE_LENGTH = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 200;
    private static final int TURNS_A_LOOK = 10;

    private final DeadQueue queue;
    private final Archive archive;
    private final ReplayRunner runner;
    private final Overtaking overtaking;
    private final PayloadRotation rotation;
    private final Leases leases;
    private final Replica replica;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("replays").factory());
    private volatile @Nullable Future<?> turning;
    private int turned;

    DeadLetterWork(
            DeadQueue queue,
            Archive archive,
            ReplayRunner runner,
            Overtaking overtaking,
            PayloadRotation rotation,
            Leases leases,
            Replica replica) {
        this.queue = queue;
        this.archive = archive;
        this.runner = runner;
        this.overtaking = overtaking;
        this.rotation = rotation;
        this.leases = leases;
        this.replica = replica;
    }

    @Override
    public void start() {
        queue.start(archive);
        Thread.ofVirtual().name("payload-rotation").start(rotation::run);
        turning = turns.scheduleWithFixedDelay(this::turn, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void turn() {
        try {
            if (leases.acquire(LEASE, replica.name(), LEASE_LENGTH)) {
                runner.turn();
                if (turned++ % TURNS_A_LOOK == 0) {
                    overtaking.turn();
                }
            }
        } catch (DatabaseUnavailable away) {
            LOG.warn("replays wait: {}", away.getMessage());
        } catch (RuntimeException unforeseen) {
            // A scheduled task that throws is never run again: replays would stand still without a word.
            LOG.error("a turn of the replays or of overtaken letters failed", unforeseen);
        }
    }

    @Override
    public void stop() {
        turning = null;
        turns.close();
        queue.stop();
        try {
            leases.release(LEASE, replica.name());
        } catch (DatabaseUnavailable away) {
            LOG.warn("the lease of the replays ends by itself: {}", away.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return turning != null;
    }
}
