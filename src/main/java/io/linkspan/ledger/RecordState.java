package io.linkspan.ledger;

import io.linkspan.record.IdempotencyKey;
import io.linkspan.record.RecordKey;
import io.linkspan.record.Version;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: what the target holds and which delivery is not yet settled.
 *
 * @param revision counts the row's changes; 0 where there is no row
 */
record RecordState(
        RecordKey key,
        int revision,
        @Nullable String targetId,
        @Nullable Held held,
        @Nullable Open open) {

    /** What the target holds. */
    record Held(Version version, String hash) {}

    /**
     * A delivery not yet settled.
     *
     * @param unsure whether the target may have it, or a change before it that was never settled
     * @param elsewhere whether a replica other than this one is at it just now
     * @param dead whether it was given up, and is kept only because the target may have something of it
     */
    record Open(Version version, String hash, IdempotencyKey key, boolean unsure, boolean elsewhere, boolean dead) {
        /** A re-pull gives the same change a new sequence; what was stated and the output tell that it is the same. */
        boolean isSameChange(Candidate candidate) {
            return version.sameStated(candidate.version()) && hash.equals(candidate.outputHash());
        }
    }

    static RecordState unknown(RecordKey key) {
        return new RecordState(key, 0, null, null, null);
    }

    /** The ordering rule of the whole product; the caller sees to it that a claim is written down before it is used. */
    Claim decide(String flow, Candidate candidate) {
        if (held != null && held.version().newerThan(candidate.version())) {
            return new Claim.Superseded(key, candidate.version().readAfter(held.version()));
        }
        if (open == null) {
            return held != null && held.hash().equals(candidate.outputHash())
                    ? new Claim.Unchanged(key)
                    : send(mint(flow, candidate), false);
        }
        boolean same = open.isSameChange(candidate);
        if (!same && !open.dead() && open.version().newerThan(candidate.version())) {
            return new Claim.Superseded(key, candidate.version().readAfter(open.version()));
        }
        if (open.elsewhere()) {
            return new Claim.Busy(key);
        }
        return send(same ? open.key() : mint(flow, candidate), open.unsure());
    }

    private Claim send(IdempotencyKey idempotencyKey, boolean repeated) {
        return new Claim.Send(key, idempotencyKey, targetId, repeated);
    }

    private IdempotencyKey mint(String flow, Candidate candidate) {
        return IdempotencyKey.of(flow, candidate.key(), candidate.version(), candidate.outputHash(), revision);
    }

    /** Whether an unchanged record's version has to be noted, so that a late state between the two is recognised. */
    boolean advancedBy(Candidate candidate) {
        return held == null || !held.version().equals(candidate.version());
    }
}
