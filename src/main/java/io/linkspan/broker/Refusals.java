package io.linkspan.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of the published is not confirmed yet, and what was refused. The two homes tell of a message nobody takes in
 * opposite order, RabbitMQ return then ack, Broker-J nack then return: here either order gives one refusal.
 */
final class Refusals {
    private final NavigableMap<Long, String> unconfirmed = new TreeMap<>();
    private final NavigableMap<Long, String> refused = new TreeMap<>();
    private @Nullable String why;

    void published(long sequence, String name) {
        unconfirmed.put(sequence, name);
    }

    /** Returns how many messages this settled. */
    int confirmed(long sequence, boolean andAllBefore) {
        int before = unconfirmed.size();
        if (andAllBefore) {
            unconfirmed.headMap(sequence, true).clear();
        } else {
            unconfirmed.remove(sequence);
        }
        return before - unconfirmed.size();
    }

    /** Returns how many messages this settled. */
    int nacked(long sequence, boolean andAllBefore) {
        NavigableMap<Long, String> meant =
                andAllBefore ? unconfirmed.headMap(sequence, true) : unconfirmed.subMap(sequence, true, sequence, true);
        int settled = meant.size();
        refused.putAll(meant);
        meant.clear();
        if (why == null) {
            why = "no queue takes it, or its queue is full";
        }
        return settled;
    }

    void returned(long sequence, String reason) {
        String name = unconfirmed.get(sequence);
        if (name != null) {
            refused.put(sequence, name);
        }
        why = reason;
    }

    int waiting() {
        return unconfirmed.size();
    }

    boolean any() {
        return !refused.isEmpty();
    }

    /** Everything not confirmed as routed, for the given reason if the broker gave none. */
    NotConfirmedException exception(String otherwise) {
        TreeMap<Long, String> all = new TreeMap<>(refused);
        all.putAll(unconfirmed);
        List<String> names = new ArrayList<>(all.values());
        String reason = why;
        return new NotConfirmedException(reason == null ? otherwise : reason, names);
    }
}
