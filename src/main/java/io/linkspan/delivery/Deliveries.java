package io.linkspan.delivery;

import io.linkspan.broker.BatchSettings;
import io.linkspan.broker.WorkQueues;
import io.linkspan.flow.Flow;
import io.linkspan.ledger.Ledger;
import io.linkspan.system.Systems;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The deliveries of all flows in force. Safe for several threads. */
public final class Deliveries {
    private final WorkQueues queues;
    private final DeliveryReport report;
    private final Brake brake;
    private final Delivery delivery;
    private final Map<String, Flow> flows = new ConcurrentHashMap<>();

    /** Delivers from these queues to these systems, deciding by this ledger. */
    public Deliveries(WorkQueues queues, Systems systems, Ledger ledger, MeterRegistry registry, InstantSource clock) {
        this.queues = queues;
        this.report = new DeliveryReport(registry);
        this.brake = new Brake(clock, systems::reachable, this::pause, this::resume);
        Ramp ramp = new Ramp();
        BatchMapping mapping = new BatchMapping(new LedgerReferences(ledger), registry, clock);
        Rounds rounds = new Rounds(ledger, systems, mapping, new Pace(Thread::sleep), brake, report, clock);
        this.delivery =
                new Delivery(name -> Optional.ofNullable(flows.get(name)), systems, brake, ramp, rounds, report, clock);
        systems.watch(new BreakerWatch(brake, ramp));
    }

    /** Begins to deliver a flow, or goes on with its saved version. What is under way ends on the version it began with. */
    public void inForce(Flow flow) {
        Flow before = flows.put(flow.name(), flow);
        queues.declare(flow.name(), flow.partitions());
        if (before == null) {
            queues.start(
                    flow.name(), new BatchSettings(flow.to().atOnce(), flow.to().linger()), delivery);
        }
        String system = flow.to().system();
        brake.align(system, () -> queues.pause(flow.name()), () -> {
            if (before != null && !before.to().system().equals(system)) {
                queues.resume(flow.name());
            }
        });
    }

    /** Stops delivering; returns when what is under way is settled, or after a while without it. */
    public void stop() {
        queues.stop();
    }

    /** Whoever wants to hear how each delivery ended. */
    public void listen(OutcomeListener listener) {
        report.listen(listener);
    }

    /** The systems whose consumers are held still just now. */
    public Set<String> heldSystems() {
        return new TreeSet<>(brake.pressed());
    }

    /** Lets go of systems that are well again; to be called every second or so. */
    public void releaseBrakes() {
        brake.release();
    }

    private void pause(String system) {
        flows.values().stream()
                .filter(flow -> flow.to().system().equals(system))
                .forEach(flow -> queues.pause(flow.name()));
    }

    private void resume(String system) {
        flows.values().stream()
                .filter(flow -> flow.to().system().equals(system))
                .forEach(flow -> queues.resume(flow.name()));
    }
}
