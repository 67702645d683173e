package io.linkspan;

import io.linkspan.delivery.Deliveries;
import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowChange;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.intake.Pulls;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the flows in force: delivers before it pulls when it starts, and stops pulling first when it stops. Both have
 * stopped before this replica's lease and the ledger go: what is still claimed after that would seem to be nobody's.
 */
final class FlowsInForce implements SmartLifecycle {
    private final FlowRegistry registry;
    private final Deliveries deliveries;
    private final Pulls pulls;
    private final Duration look;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("flows").daemon().factory());
    private volatile boolean running;

    FlowsInForce(FlowRegistry registry, Deliveries deliveries, Pulls pulls, Duration look) {
        this.registry = registry;
        this.deliveries = deliveries;
        this.pulls = pulls;
        this.look = look;
    }

    @Override
    public void start() {
        registry.addListener(this::changed);
        registry.flows().forEach(this::inForce);
        registry.watch(look);
        ScheduledFuture<?> _ = clockwork.scheduleWithFixedDelay(deliveries::releaseBrakes, 1, 1, TimeUnit.SECONDS);
        running = true;
    }

    private void inForce(Flow flow) {
        deliveries.inForce(flow);
        pulls.inForce(flow);
    }

    private void changed(FlowChange change) {
        switch (change) {
            case FlowChange.InForce now -> inForce(now.flow());
            case FlowChange.Retired gone -> pulls.retire(gone.flow().name());
            case FlowChange.Refused refused -> {
                // The version before goes on; the registry keeps the reasons for health and metrics.
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        registry.close();
        pulls.stop();
        deliveries.stop();
        clockwork.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
