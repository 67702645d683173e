package io.linkspan.demo;

import io.linkspan.broker.WorkQueues;
import io.linkspan.intake.PullState;
import io.linkspan.intake.Pulls;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;

/** What this process has done so far, by the service's own counters. */
final class Tally {
    static final String FLOW = "customers";

    private final MeterRegistry meters;
    private final Pulls pulls;
    private final WorkQueues queues;
    private final AtomicLong changes = new AtomicLong();
    private final Instant began = Instant.now();
    private volatile Instant last = began;

    Tally(ApplicationContext service) {
        meters = service.getBean(MeterRegistry.class);
        pulls = service.getBean(Pulls.class);
        queues = service.getBean(WorkQueues.class);
    }

    void settled(Envelope envelope, Outcome outcome) {
        changes.incrementAndGet();
        last = Instant.now();
    }

    /** Seconds from when the service was ready until the last record was settled. */
    double seconds() {
        return Math.max(1, Duration.between(began, last).toMillis()) / 1000.0;
    }

    /** Grows whenever anything is settled. */
    long changes() {
        return changes.get() + pulled();
    }

    long pulled() {
        return count("linkspan.intake.records", null);
    }

    long outcome(String name) {
        return count("linkspan.delivery.outcomes", name);
    }

    /** Records that need nothing more. */
    long settledForGood() {
        return outcome("delivered") + outcome("unchanged") + outcome("superseded") + outcome("dead");
    }

    /** Whether the source was read to its end and nothing waits for delivery. */
    boolean atRest() {
        return pulls.states().get(FLOW) instanceof PullState.Resting
                && pulled() > 0
                && settledForGood() >= pulled()
                && queues.depth(FLOW).orElse(1) == 0;
    }

    String line() {
        return "pulled %,d · delivered %,d · unchanged %,d · superseded %,d · retried %,d · held %,d · dead %,d"
                .formatted(
                        pulled(),
                        outcome("delivered"),
                        outcome("unchanged"),
                        outcome("superseded"),
                        outcome("retry"),
                        outcome("held"),
                        outcome("dead"));
    }

    private long count(String name, @org.jspecify.annotations.Nullable String outcome) {
        var search = meters.find(name).tag("flow", FLOW);
        return (long) (outcome == null ? search : search.tag("outcome", outcome))
                .counters().stream().mapToDouble(counter -> counter.count()).sum();
    }
}
