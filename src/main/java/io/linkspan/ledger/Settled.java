package io.linkspan.ledger;

import org.jspecify.annotations.Nullable;

/** How a claimed delivery ended. */
public sealed interface Settled {
    /** The claim it ends. */
    Claim.Send claim();

    /**
     * The target holds the claimed state.
     *
     * @param targetId what the target calls the record; null keeps the id that is known, an empty one forgets it
     */
    record Delivered(Claim.Send claim, @Nullable String targetId) implements Settled {}

    /**
     * To be tried again: the claim stays open with its idempotency key.
     *
     * @param maybeApplied whether this try may have reached the target (a time-out after sending)
     */
    record Released(Claim.Send claim, boolean maybeApplied) implements Settled {}

    /**
     * Given up until a person decides. The claim stays only where some try may have been applied, so that a replay
     * knows.
     *
     * @param maybeApplied whether this try may have reached the target
     */
    record Dead(Claim.Send claim, boolean maybeApplied) implements Settled {}
}
