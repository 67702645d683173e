package io.linkspan.intake;

import io.micrometer.core.instrument.MeterRegistry;

/** What intake counts: {@code linkspan.intake.records}, {@code .pages}, {@code .faults} and {@code .stops}, by flow. */
final class IntakeMeter {
    private final MeterRegistry registry;

    IntakeMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    void page(String flow, long records) {
        registry.counter("linkspan.intake.pages", "flow", flow).increment();
        registry.counter("linkspan.intake.records", "flow", flow).increment((double) records);
    }

    void fault(String flow, String code) {
        registry.counter("linkspan.intake.faults", "flow", flow, "code", code).increment();
    }

    void stopped(String flow) {
        registry.counter("linkspan.intake.stops", "flow", flow).increment();
    }
}
