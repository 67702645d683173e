package io.linkspan.reconcile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a flow's source, ledger and target.
 *
 * @param heal whether what was found is to be sent again
 * @param deleteUpTo a person's own limit for deletions by absence, or null for the flow's
 * @param why what stopped it or was refused; empty where nothing was
 * @param counts what was found; all zero until it was compared
 */
public record Reconciliation(
        UUID id,
        String flow,
        boolean heal,
        @Nullable Integer deleteUpTo,
        Status status,
        String why,
        Counts counts,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt) {
    /** How far it is. */
    public enum Status {
        /** To be compared, by whichever replica takes it. */
        COMPARING,
        /** Compared; sending again what was found. */
        HEALING,
        /** Over. */
        DONE,
        /** Broken off: the source or target answers what cannot be trusted. */
        FAILED
    }

    /**
     * What was found.
     *
     * @param source keys the source lists
     * @param ledger records that were delivered and not deleted
     * @param target keys the target lists; -1 where the flow names no list
     * @param missing records of the source that were not delivered, or that the target has no more
     * @param different records whose version at the source or target is not the delivered one
     * @param gone records that were delivered and that the source has no more
     * @param foreign records of the target that never came from the source; never touched
     * @param healed how many findings were sent again
     * @param open how many findings are not: left alone, or refused
     */
    public record Counts(
            long source,
            long ledger,
            long target,
            long missing,
            long different,
            long gone,
            long foreign,
            long healed,
            long open) {
        static final Counts NONE = new Counts(0, 0, -1, 0, 0, 0, 0, 0, 0);

        /** Whether source, ledger and target hold the same. */
        public boolean nothing() {
            return missing + different + gone + foreign == 0;
        }
    }
}
