package io.linkspan.intake;

import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.intake.Backfill.Status;
import io.linkspan.ledger.DurableJobs;
import io.linkspan.ledger.DurableJobs.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private final FlowRegistry flows;
    private final BackfillTable table;
    private final BackfillTurn turn;
    private final DurableJobs<Backfill> jobs;

    Backfills(FlowRegistry flows, BackfillTable table, BackfillTurn turn) {
        this.flows = flows;
        this.table = table;
        this.turn = turn;
        jobs = new DurableJobs<>("backfills", LOOK, table::running, Backfill::id, this::take);
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

    private void take(Backfill one, Patience patience) {
        flows.flow(one.flow())
                .filter(flow -> flow.from().since() != null)
                .ifPresent(flow -> turn.take(one, flow, patience::await));
    }

    @Override
    public void start() {
        jobs.start();
    }

    @Override
    public void stop() {
        jobs.stop();
    }

    @Override
    public boolean isRunning() {
        return jobs.isRunning();
    }

    /** After the flows are in force, whose queues it publishes to. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
