package io.linkspan.ledger;

import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;

/** Whoever sends records again wants to know how it ended. */
@FunctionalInterface
public interface ReplayReports {
    /**
     * Tells that a replayed record needs nothing more: delivered, unchanged or superseded. To be called before the record
     * is acknowledged; the same may be told twice. How a record died again is learnt from the dead queue.
     *
     * @param replayed an envelope whose {@link Envelope#replay} is set; others are ignored
     * @throws DatabaseUnavailable when it could not be noted: hold the record
     */
    void settled(Envelope replayed, Outcome outcome);
}
