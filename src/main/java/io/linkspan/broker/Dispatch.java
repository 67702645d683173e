package io.linkspan.broker;

import io.linkspan.record.Envelope;
import java.util.Collection;

/**
 * Puts envelopes on the broker. A method that returns has the broker's word for every message: confirmed, and routed to a
 * queue. Otherwise it throws {@link NotConfirmedException}, which names the others; publishing those again is safe.
 */
public final class Dispatch {
    private final ConfirmPool pool;
    private final Messages messages;
    private final Topology topology;

    Dispatch(ConfirmPool pool, Messages messages, Topology topology) {
        this.pool = pool;
        this.messages = messages;
        this.topology = topology;
    }

    /**
     * Starts a page: envelopes are published as they come, with a bounded number unconfirmed.
     *
     * @throws BrokerException if the broker cannot be reached
     */
    public Page page() {
        return new Page(this, pool.take());
    }

    /**
     * Publishes envelopes to the work queues of their flows.
     *
     * @throws BrokerException if not every one is confirmed
     */
    public void toWork(Collection<Envelope> envelopes) {
        try (Page page = page()) {
            envelopes.forEach(page::add);
            page.confirm();
        }
    }

    Message message(Envelope envelope) {
        return messages.toWork(envelope);
    }

    /** Publishes what is ready made, and confirms all of it. */
    void publish(Collection<Message> ready) {
        ConfirmingChannel channel = pool.take();
        try {
            ready.forEach(channel::publish);
            channel.confirm();
        } finally {
            pool.giveBack(channel);
        }
    }

    void giveBack(ConfirmingChannel channel) {
        pool.giveBack(channel);
    }

    /** Somebody may have deleted a queue: what is published next finds it again. */
    void mend(Collection<String> flows) {
        for (String flow : flows) {
            topology.declare(flow, topology.partitions(flow));
        }
    }
}
