package io.linkspan.broker;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Confirming channels at rest: opening one costs two round trips. */
final class ConfirmPool implements AutoCloseable {
    private static final int MOST_AT_REST = 16;

    private final Link link;
    private final BrokerSettings settings;
    private final BrokerMeters meters;
    private final Deque<ConfirmingChannel> atRest = new ArrayDeque<>();

    ConfirmPool(Link link, BrokerSettings settings, BrokerMeters meters) {
        this.link = link;
        this.settings = settings;
        this.meters = meters;
    }

    /** A channel of one's own, until it is given back. */
    ConfirmingChannel take() {
        for (ConfirmingChannel rested = next(); rested != null; rested = next()) {
            if (rested.clean()) {
                return rested;
            }
            rested.close();
        }
        return new ConfirmingChannel(link.channel(), settings, meters);
    }

    void giveBack(ConfirmingChannel channel) {
        if (!channel.clean() || !keep(channel)) {
            channel.close();
        }
    }

    @Override
    public synchronized void close() {
        atRest.forEach(ConfirmingChannel::close);
        atRest.clear();
    }

    private synchronized @Nullable ConfirmingChannel next() {
        return atRest.pollLast();
    }

    private synchronized boolean keep(ConfirmingChannel channel) {
        return atRest.size() < MOST_AT_REST && atRest.add(channel);
    }
}
