package io.linkspan.intake;

import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.intake.Backfill.Status;
import io.linkspan.ledger.DatabaseUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Backfills: a stretch of the past read once more beside the live pull, on a checkpoint of its own. Older states than those
 * delivered are superseded by the ledger, so that a backfill never undoes anything. Durable; any replica goes on with them.
 */
public final class Backfills implements SmartLifecycle {
    /** Records a second where nothing else is asked for. */
    public static final int ORDINARY_PACE = 200;

    private static final int FASTEST = 100_000;
    private static final int LISTED = 50;
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Backfills.class);

    private final FlowRegistry flows;
    private final BackfillTable table;
    private final BackfillTurn turn;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private CountDownLatch stopping = new CountDownLatch(0);

    Backfills(FlowRegistry flows, BackfillTable table, BackfillTurn turn) {
        this.flows = flows;
        this.table = table;
        this.turn = turn;
    }

    /**
     * Begins one.
     *
     * @param aSecond most records a second, 1 to 100,000
     * @throws BackfillRefused where the flow cannot be asked for a stretch of time, or the stretch is none
     */
    public Backfill begin(String flow, Instant from, Instant until, int aSecond, String by) {
        Flow asked =
                flows.flow(flow).orElseThrow(() -> new BackfillRefused("there is no flow '" + flow + "' in force"));
        if (asked.from().since() == null) {
            throw new BackfillRefused(
                    "flow '" + flow + "' asks for everything with each pull, so there is nothing to fill");
        }
        if (!from.isBefore(until)) {
            throw new BackfillRefused("'from' (" + from + ") must be before 'until' (" + until + ")");
        }
        if (aSecond < 1 || aSecond > FASTEST) {
            throw new BackfillRefused("the pace is 1 to " + FASTEST + " records a second, not " + aSecond);
        }
        return table.create(flow, from, until, aSecond, by);
    }

    /** One of them. */
    public Optional<Backfill> find(UUID id) {
        return table.find(id);
    }

    /** The latest of a flow, newest first. */
    public List<Backfill> of(String flow) {
        return table.of(flow, LISTED);
    }

    /** Ends one; what was read is still delivered. False where it had ended already. */
    public boolean cancel(UUID id, String by) {
        return table.end(id, Status.CANCELLED, "by " + by);
    }

    @Override
    public void start() {
        CountDownLatch running = new CountDownLatch(1);
        stopping = running;
        Thread.ofVirtual().name("backfills").start(() -> {
            do {
                look(running);
            } while (waited(running, LOOK));
        });
    }

    private void look(CountDownLatch running) {
        try {
            for (Backfill one : table.running()) {
                flows.flow(one.flow())
                        .filter(flow -> flow.from().since() != null && busy.add(one.id()))
                        .ifPresent(flow -> Thread.ofVirtual()
                                .name("backfill-" + one.flow())
                                .start(() -> take(one, flow, running)));
            }
        } catch (DatabaseUnavailable away) {
            LOG.debug("backfills wait: {}", away.getMessage());
        }
    }

    private void take(Backfill one, Flow flow, CountDownLatch running) {
        try {
            turn.take(one, flow, wait -> waited(running, wait));
        } finally {
            busy.remove(one.id());
        }
    }

    /** Waits; false when the service stops. */
    private static boolean waited(CountDownLatch running, Duration wait) {
        try {
            return !running.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    /** After the flows are in force, whose queues it publishes to. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
