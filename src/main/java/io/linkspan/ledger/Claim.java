package io.linkspan.ledger;

import io.linkspan.record.IdempotencyKey;
import io.linkspan.record.RecordKey;
import org.jspecify.annotations.Nullable;

/** What is to be done with one mapped record. */
public sealed interface Claim {
    /** The record it is about. */
    RecordKey key();

    /**
     * To be sent, and then to be settled by {@link Ledger#settle}, whatever came of it.
     *
     * @param key the record
     * @param idempotencyKey the same for every repeat of this change, another for the next
     * @param targetId what the target calls the record, where that is known
     * @param repeated whether this change, or one before it, may have reached the target without us knowing: where the
     *     target knows no idempotency key, look up before creating
     */
    record Send(
            RecordKey key,
            IdempotencyKey idempotencyKey,
            @Nullable String targetId,
            boolean repeated) implements Claim {
        /** The target holds it now; null keeps the id that is known. */
        public Settled delivered(@Nullable String id) {
            return new Settled.Delivered(this, id);
        }

        /** Not delivered, to be tried again. */
        public Settled released(boolean maybeApplied) {
            return new Settled.Released(this, maybeApplied);
        }

        /** Not delivered, and a person is needed. */
        public Settled dead(boolean maybeApplied) {
            return new Settled.Dead(this, maybeApplied);
        }
    }

    /** The target holds this content already; nothing is claimed. */
    record Unchanged(RecordKey key) implements Claim {}

    /**
     * The target holds, or is just being sent, a newer state; nothing is claimed.
     *
     * @param readLater whether this state was read from the source after the newer one: then the source's clock went
     *     back, or it answered out of an old copy, and a change may be missing from the target
     */
    record Superseded(RecordKey key, boolean readLater) implements Claim {}

    /**
     * Another delivery of the record is under way, here or in another replica that is alive (after a lost broker
     * connection, say). Nothing is claimed; hold the record for some seconds, spending no attempt.
     */
    record Busy(RecordKey key) implements Claim {}
}
