package io.linkspan.sandbox.crm;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Idempotency keys that were used, for what, and what was answered (after the IETF Idempotency-Key draft). */
final class Keys {
    private final boolean honoured;
    private final Map<String, Use> uses = new HashMap<>();

    /** Keys, honoured or only written down. */
    Keys(boolean honoured) {
        this.honoured = honoured;
    }

    /** What was done under a key; no receipt while it is being done. */
    private record Use(long payload, @Nullable Receipt receipt) {}

    /** What a key means for the call that brings it. */
    sealed interface Standing {
        /** Go on. */
        record Fresh() implements Standing {}

        /** Go on, though it is a repeat: keys are not honoured here. */
        record Again() implements Standing {}

        /** Done before: this was the answer. */
        record Done(Receipt receipt) implements Standing {}

        /** Being done right now by another call. */
        record InFlight() implements Standing {}

        /** Used for another payload. */
        record Misused() implements Standing {}
    }

    /** Takes a key for a payload. One that is fresh is in flight from now on. */
    synchronized Standing take(String key, long payload) {
        Use use = uses.get(key);
        if (use == null) {
            uses.put(key, new Use(payload, null));
            return new Standing.Fresh();
        }
        if (!honoured) {
            return use.receipt == null ? new Standing.Fresh() : new Standing.Again();
        }
        if (use.payload != payload) {
            return new Standing.Misused();
        }
        return use.receipt == null ? new Standing.InFlight() : new Standing.Done(use.receipt);
    }

    /** Writes down what was answered. Something that was not applied may be tried again under the same key. */
    synchronized void settle(String key, long payload, Receipt receipt) {
        if (receipt.applied()) {
            uses.put(key, new Use(payload, receipt));
        } else {
            uses.remove(key, new Use(payload, null));
        }
    }
}
