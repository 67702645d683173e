package io.linkspan.reconcile;

import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.ledger.DurableJobs;
import io.linkspan.ledger.DurableJobs.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Reconciliations of all flows. Durable: any replica goes on with one whose replica died. */
public final class Reconciliations implements SmartLifecycle {
    private static final int LISTED = 50;
    private static final int MOST_FINDINGS = 1000;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final FlowRegistry flows;
    private final RunTable runs;
    private final FindingTable findings;
    private final ReconcileTurn turn;
    private final DurableJobs<Reconciliation> jobs;

    Reconciliations(FlowRegistry flows, RunTable runs, FindingTable findings, ReconcileTurn turn) {
        this.flows = flows;
        this.runs = runs;
        this.findings = findings;
        this.turn = turn;
        jobs = new DurableJobs<>("reconciliations", LOOK, runs::open, Reconciliation::id, this::take);
    }

    /**
     * Begins one.
     *
     * @param heal whether what is found is to be sent again
     * @param deleteUpTo how many records may be deleted because the source lists them no more; null for the flow's limit
     * @throws ReconcileRefused where the flow does not say how its keys are listed
     */
    public Reconciliation begin(String flow, boolean heal, @Nullable Integer deleteUpTo, String by) {
        Flow asked =
                flows.flow(flow).orElseThrow(() -> new ReconcileRefused("there is no flow '" + flow + "' in force"));
        if (asked.from().upkeep().keys() == null) {
            throw new ReconcileRefused("flow '" + flow
                    + "' does not say how the full list of its keys is had: write from: { keys: { operation, request,"
                    + " records, key } }");
        }
        return runs.create(flow, heal, deleteUpTo, by);
    }

    /** One of them. */
    public Optional<Reconciliation> find(UUID id) {
        return runs.find(id);
    }

    /** The latest of a flow, newest first. */
    public List<Reconciliation> of(String flow) {
        return runs.of(flow, LISTED);
    }

    /**
     * What one found, in the order of the keys.
     *
     * @param kind only these, or null for all
     * @param after only keys behind this one; empty from the beginning
     * @param most 1 to 1,000 of them
     */
    public List<Finding> findings(UUID id, Finding.@Nullable Kind kind, String after, int most) {
        return findings.list(id, kind, after, Math.clamp(most, 1, MOST_FINDINGS));
    }

    private void take(Reconciliation run, Patience patience) {
        flows.flow(run.flow()).ifPresent(flow -> turn.take(run, flow, () -> patience.await(Duration.ZERO)));
        // One that is not over waits for something that passes.
        boolean _ = patience.await(PAUSE);
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
