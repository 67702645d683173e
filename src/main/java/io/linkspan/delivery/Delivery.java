package io.linkspan.delivery;

import io.linkspan.broker.BatchHandler;
import io.linkspan.flow.Flow;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.Held;
import io.linkspan.system.Systems;
import io.linkspan.system.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is done with a batch from the work queue: one round of delivery, with one outcome for each envelope. */
final class Delivery implements BatchHandler {
    private static final Duration NO_FLOW_PAUSE = Duration.ofSeconds(30);

    private static final Duration BREAKER_PAUSE = Duration.ofSeconds(5);

    private final Function<String, Optional<Flow>> flows;
    private final Systems systems;
    private final Brake brake;
    private final Rounds rounds;
    private final DeliveryReport report;
    private final InstantSource clock;

    Delivery(
            Function<String, Optional<Flow>> flows,
            Systems systems,
            Brake brake,
            Rounds rounds,
            DeliveryReport report,
            InstantSource clock) {
        this.flows = flows;
        this.systems = systems;
        this.brake = brake;
        this.rounds = rounds;
        this.report = report;
        this.clock = clock;
    }

    @Override
    public List<Outcome> handle(String name, List<Envelope> batch) {
        Optional<Flow> flow = flows.apply(name);
        if (flow.isEmpty()) {
            return held(batch, NO_FLOW_PAUSE, "no flow '" + name + "' is in force");
        }
        String system = flow.get().to().system();
        Optional<Target> target = systems.target(system);
        if (target.isEmpty()) {
            return held(batch, NO_FLOW_PAUSE, "no target system '" + system + "' is configured");
        }
        if (!systems.reachable(system)) {
            brake.press(system, BREAKER_PAUSE, "its breaker is open");
            return held(batch, BREAKER_PAUSE, "the breaker of " + system + " is open");
        }
        List<Outcome> outcomes = rounds.deliver(flow.get(), target.get(), batch);
        report.round(flow.get(), batch, outcomes, clock.instant());
        return outcomes;
    }

    @Override
    public String mapping(String name) {
        return flows.apply(name).map(flow -> flow.mapping().hash()).orElse("");
    }

    private static List<Outcome> held(List<Envelope> batch, Duration pause, String why) {
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        batch.forEach(envelope -> outcomes.add(new Held(pause, why)));
        return outcomes;
    }
}
