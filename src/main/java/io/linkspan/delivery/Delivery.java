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

    /** How often a partition asks whether its turn has come while its system is on the way back. */
    private static final Duration TURN_PAUSE = Duration.ofMillis(200);

    private final Function<String, Optional<Flow>> flows;
    private final Systems systems;
    private final Brake brake;
    private final Ramp ramp;
    private final Rounds rounds;
    private final DeliveryReport report;
    private final InstantSource clock;

    Delivery(
            Function<String, Optional<Flow>> flows,
            Systems systems,
            Brake brake,
            Ramp ramp,
            Rounds rounds,
            DeliveryReport report,
            InstantSource clock) {
        this.flows = flows;
        this.systems = systems;
        this.brake = brake;
        this.ramp = ramp;
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
            brake.press(system, Duration.ZERO, "its breaker is open");
            return held(batch, TURN_PAUSE, "the breaker of " + system + " is open");
        }
        return inTurn(flow.get(), target.get(), batch);
    }

    /** As many as the system may be given now; the others keep their places. */
    private List<Outcome> inTurn(Flow flow, Target target, List<Envelope> batch) {
        String system = flow.to().system();
        Ramp.Turn turn = ramp.ask(system, batch.size());
        if (turn.records() == 0) {
            return held(batch, TURN_PAUSE, system + " is on the way back, and another batch goes first");
        }
        boolean well = false;
        try {
            List<Envelope> now = batch.subList(0, turn.records());
            List<Outcome> outcomes = new ArrayList<>(rounds.deliver(flow, target, now));
            report.round(flow, now, outcomes, clock.instant());
            well = outcomes.stream().noneMatch(Delivery::systemHeld);
            List<Envelope> rest = batch.subList(turn.records(), batch.size());
            outcomes.addAll(held(rest, Duration.ZERO, system + " is on the way back, these go next"));
            return outcomes;
        } finally {
            ramp.done(system, turn, well);
        }
    }

    private static boolean systemHeld(Outcome outcome) {
        return outcome instanceof Held(Duration after, String _) && after.isPositive();
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
