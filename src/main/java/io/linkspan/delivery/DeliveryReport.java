package io.linkspan.delivery;

import io.linkspan.flow.Flow;
import io.linkspan.ops.LogKeys;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.Dead;
import io.linkspan.record.Outcome.Deferred;
import io.linkspan.record.Outcome.Delivered;
import io.linkspan.record.Outcome.Held;
import io.linkspan.record.Outcome.Retry;
import io.linkspan.record.Outcome.Superseded;
import io.linkspan.record.Outcome.Unchanged;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of every outcome: a log line with the record's correlation id, {@code linkspan.delivery.outcomes} by flow and
 * outcome, {@code linkspan.delivery.lag} from reading to delivery, and whoever listens.
 */
final class DeliveryReport {
    private static final Logger LOG = LoggerFactory.getLogger("io.linkspan.delivery");

    private final MeterRegistry registry;
    private final List<OutcomeListener> listeners = new CopyOnWriteArrayList<>();

    DeliveryReport(MeterRegistry registry) {
        this.registry = registry;
    }

    void listen(OutcomeListener listener) {
        listeners.add(listener);
    }

    void round(Flow flow, List<Envelope> batch, List<Outcome> outcomes, Instant now) {
        for (int i = 0; i < batch.size(); i++) {
            if (!(outcomes.get(i) instanceof Held(Duration after, String _) && after.isZero())) {
                one(flow, batch.get(i), outcomes.get(i), now);
            }
        }
        logRetries(flow, outcomes);
    }

    /** Tells of states that call themselves older than one read before them: a change may be missing from the target. */
    void clockWentBack(Flow flow, int records) {
        if (records > 0) {
            registry.counter("linkspan.delivery.clock.back", "flow", flow.name())
                    .increment(records);
            LOG.warn(
                    "{}: {} records were read later but state an older version than the one delivered, and were passed"
                            + " over: the source's clock went back, or it answered out of an old copy; without"
                            + " 'version' in the flow file the order of reading decides",
                    flow.name(),
                    records);
        }
    }

    private void one(Flow flow, Envelope envelope, Outcome outcome, Instant now) {
        String name = name(outcome);
        registry.counter("linkspan.delivery.outcomes", "flow", flow.name(), "outcome", name)
                .increment();
        if (outcome instanceof Delivered) {
            registry.timer("linkspan.delivery.lag", "flow", flow.name()).record(lag(envelope, now));
        }
        log(envelope, outcome, name);
        listeners.forEach(listener -> listener.settled(envelope, outcome));
    }

    private static void log(Envelope envelope, Outcome outcome, String name) {
        if (!(outcome instanceof Dead) && !LOG.isDebugEnabled()) {
            return;
        }
        try (LogKeys.Scope keys = LogKeys.about(envelope)) {
            keys.and(LogKeys.OUTCOME, name);
            switch (outcome) {
                case Dead dead -> LOG.error("dead ({}): {}", dead.reason(), dead.detail());
                case Retry retry ->
                    LOG.debug("to be tried again in {} s", retry.after().toSeconds());
                default -> LOG.debug("{}", name);
            }
        }
    }

    /** One line a round and reason: a fault that meets a whole batch is not told a hundred times. */
    private static void logRetries(Flow flow, List<Outcome> outcomes) {
        Map<String, Long> reasons = outcomes.stream()
                .map(DeliveryReport::whyAgain)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(why -> why, LinkedHashMap::new, Collectors.counting()));
        reasons.forEach(
                (reason, records) -> LOG.warn("{}: {} records to be tried again: {}", flow.name(), records, reason));
    }

    private static Optional<String> whyAgain(Outcome outcome) {
        return switch (outcome) {
            case Retry retry ->
                Optional.of(retry.attempt().reason() + ": " + retry.attempt().detail());
            case Deferred deferred -> Optional.of(deferred.detail() + " (no attempt spent)");
            default -> Optional.empty();
        };
    }

    private static Duration lag(Envelope envelope, Instant now) {
        Instant read = Instant.EPOCH.plus(envelope.version().sequence(), ChronoUnit.MICROS);
        Duration lag = Duration.between(read, now);
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Delivered delivered -> "delivered";
            case Unchanged unchanged -> "unchanged";
            case Superseded superseded -> "superseded";
            case Retry retry -> "retry";
            case Held held -> "held";
            case Deferred deferred -> "deferred";
            case Dead dead -> "dead";
        };
    }
}
