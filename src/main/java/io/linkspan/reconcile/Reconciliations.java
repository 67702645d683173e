package io.linkspan.reconcile;

import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.ledger.DatabaseUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reconciliations of all flows. Durable: any replica goes on with one whose replica died. */
public final class Reconciliations implements SmartLifecycle {
    private static final int LISTED = 50;
    private static final int MOST_FINDINGS = 1000;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliations.class);

    private final FlowRegistry flows;
    private final RunTable runs;
    private final FindingTable findings;
    private final ReconcileTurn turn;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private CountDownLatch stopping = new CountDownLatch(0);

    Reconciliations(FlowRegistry flows, RunTable runs, FindingTable findings, ReconcileTurn turn) {
        this.flows = flows;
        this.runs = runs;
        this.findings = findings;
        this.turn = turn;
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

    @Override
    public void start() {
        CountDownLatch running = new CountDownLatch(1);
        stopping = running;
        Thread.ofVirtual().name("reconciliations").start(() -> {
            do {
                look(running);
            } while (waited(running, LOOK));
        });
    }

    private void look(CountDownLatch running) {
        try {
            for (Reconciliation run : runs.open()) {
                flows.flow(run.flow())
                        .filter(flow -> busy.add(run.id()))
                        .ifPresent(flow -> Thread.ofVirtual()
                                .name("reconcile-" + run.flow())
                                .start(() -> take(run, flow, running)));
            }
        } catch (DatabaseUnavailable away) {
            LOG.debug("reconciliations wait: {}", away.getMessage());
        }
    }

    private void take(Reconciliation run, Flow flow, CountDownLatch running) {
        try {
            turn.take(run, flow, () -> running.getCount() > 0);
        } finally {
            // One that is not over waits for something that passes.
            boolean _ = waited(running, PAUSE);
            busy.remove(run.id());
        }
    }

    private static boolean waited(CountDownLatch running, Duration wait) {
        try {
            return !running.await(wait.toMillis(), TimeUnit.MILLISECONDS);
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
