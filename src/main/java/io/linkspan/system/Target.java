package io.linkspan.system;

import io.linkspan.record.IdempotencyKey;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A system that records are pushed to. One for each configured system; safe for several threads. */
public interface Target {
    /** Sends one record by the flow's single-record calls: upsert, or look up and then create or update. */
    ItemResult push(Push push, Item item, CallContext context);

    /**
     * Sends several records in one call by the flow's batch endpoint.
     *
     * @param items at least one, at most the batch's size
     */
    BatchResult pushAll(Push push, List<Item> items, CallContext context);

    /** Takes one record away, or changes it as the flow says; what is not there any more counts as done. */
    default ItemResult remove(Removal removal, Item item, CallContext context) {
        return new ItemResult.Failed(new Fault.Refused("no-delete", "this system takes no deletions", null));
    }

    /**
     * A page of the keys of what the target holds.
     *
     * @param place where the page before said that this one begins; null for the first
     */
    default KeyPage keys(TargetList list, @Nullable String place, CallContext context) throws FaultException {
        throw new FaultException(new Fault.Misconfigured("no-list", "this system cannot list what it holds"));
    }

    /**
     * A record the target holds.
     *
     * @param key the source's key
     * @param version the source's version, or null where the list has none
     */
    record ListedKey(String key, @Nullable String version) {}

    /**
     * A page of keys.
     *
     * @param nameless how many records name no key: they did not come from the source
     * @param next where the next page begins, or null at the end
     */
    record KeyPage(
            List<ListedKey> keys, long nameless, @Nullable String next) {}

    /**
     * One mapped record.
     *
     * @param key what the source calls it
     * @param idempotencyKey what the target recognises a repeat by
     * @param body the target record
     * @param targetId the target's own id where the ledger knows it
     * @param repeated whether an earlier try may have been applied, so that where the target knows no idempotency key a
     *     look-up must come before a create
     */
    record Item(
            RecordKey key,
            IdempotencyKey idempotencyKey,
            Payload body,
            @Nullable String targetId,
            boolean repeated) {}

    /** What became of one record. */
    sealed interface ItemResult {
        /** The target holds it now. */
        record Accepted(@Nullable String targetId) implements ItemResult {}

        /** It did not get there, or nobody knows. */
        record Failed(Fault fault) implements ItemResult {}
    }

    /** What became of a batch. */
    sealed interface BatchResult {
        /** One result for each item, in the items' order. */
        record PerItem(List<ItemResult> results) implements BatchResult {}

        /** The call as a whole failed; nothing is known of single items. */
        record Whole(Fault fault) implements BatchResult {}
    }
}
