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
