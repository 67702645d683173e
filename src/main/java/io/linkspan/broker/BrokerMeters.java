package io.linkspan.broker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the broker's station counts. */
final class BrokerMeters {
    private final MeterRegistry registry;
    private final Counter published;
    private final Counter confirmed;
    private final Counter returned;
    private final Counter nacked;

    BrokerMeters(MeterRegistry registry) {
        this.registry = registry;
        published = counter("linkspan.broker.published", "Messages handed to the broker");
        confirmed = counter("linkspan.broker.confirmed", "Messages the broker confirmed");
        returned = counter("linkspan.broker.returned", "Messages the broker could not route");
        nacked = counter("linkspan.broker.nacked", "Messages the broker refused");
    }

    void published() {
        published.increment();
    }

    void confirmed(int messages) {
        confirmed.increment(messages);
    }

    void returned() {
        returned.increment();
    }

    void nacked(int messages) {
        nacked.increment(messages);
    }

    /** Where a consumed record went, other than off the queue. */
    void sent(String flow, Fate fate) {
        registry.counter("linkspan.broker.sent", "flow", flow, "to", fate.label).increment();
    }

    /** A batch nobody could decide about, kept for another try. */
    void kept(String queue) {
        registry.counter("linkspan.broker.batches.kept", "queue", queue).increment();
    }

    /** Where a consumed record can go. */
    enum Fate {
        RETRY("retry"),
        DEFERRED("deferred"),
        DEAD("dead"),
        MOVED("moved");

        private final String label;

        Fate(String label) {
            this.label = label;
        }
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
