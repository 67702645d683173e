package io.linkspan.broker;

import io.linkspan.ops.FaultPoint;
import io.linkspan.record.Envelope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page of records on its way to the broker. For one thread; close it in any case. A page that is closed before
 * {@link #confirm} promises nothing about what was added.
 */
public final class Page implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Page.class);

    /** Messages that come one by one wake the broker for each; in a burst they cost it a fifth less. */
    private static final int BURST = 32;

    private final Dispatch dispatch;
    private final ConfirmingChannel channel;
    private final Set<String> flows = new HashSet<>();
    private final List<Message> ready = new ArrayList<>(BURST);
    private long added;

    Page(Dispatch dispatch, ConfirmingChannel channel) {
        this.dispatch = dispatch;
        this.channel = channel;
    }

    /**
     * Publishes an envelope, perhaps together with some that follow; waits while too many are unconfirmed.
     *
     * @throws BrokerException if the broker refused one of the page's envelopes or cannot be reached, or nobody declared
     *     the flow
     */
    public void add(Envelope envelope) {
        flows.add(envelope.flow());
        ready.add(dispatch.message(envelope));
        added++;
        if (ready.size() == BURST) {
            attempt(this::publish);
        }
    }

    private void publish() {
        for (Message message : ready) {
            FaultPoint.BEFORE_PUBLISH.passed();
            channel.publish(message);
            FaultPoint.AFTER_PUBLISH.passed();
        }
        ready.clear();
    }

    /**
     * Waits for the broker's word for every envelope added so far.
     *
     * @return how many were added
     * @throws NotConfirmedException if one of them is not confirmed as routed
     */
    public long confirm() {
        attempt(this::publish);
        FaultPoint.BEFORE_CONFIRM.passed();
        attempt(channel::confirm);
        FaultPoint.AFTER_CONFIRM.passed();
        return added;
    }

    @Override
    public void close() {
        dispatch.giveBack(channel);
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (NotConfirmedException refused) {
            mend();
            throw refused;
        }
    }

    private void mend() {
        try {
            dispatch.mend(flows);
        } catch (BrokerException away) {
            LOG.debug("queues could not be declared again: {}", away.getMessage());
        }
    }
}
