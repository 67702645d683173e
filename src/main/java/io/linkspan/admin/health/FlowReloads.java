package io.linkspan.admin.health;

import io.linkspan.flow.FlowChange;
import io.linkspan.flow.FlowRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of saved flow files: {@code linkspan.flow.reloads} by outcome. */
final class FlowReloads {
    private final Counter inForce;
    private final Counter refused;
    private final Counter retired;

    FlowReloads(MeterRegistry meters, FlowRegistry registry) {
        inForce = counter(meters, "in-force");
        refused = counter(meters, "refused");
        retired = counter(meters, "retired");
        registry.addListener(this::count);
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("linkspan.flow.reloads")
                .description("saved flow files, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    private void count(FlowChange change) {
        switch (change) {
            case FlowChange.InForce now -> inForce.increment();
            case FlowChange.Refused no -> refused.increment();
            case FlowChange.Retired gone -> retired.increment();
        }
    }
}
