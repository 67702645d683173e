package io.linkspan.delivery;

import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;

/** Hears how each delivery ended, after it was settled. To be quick and not to throw: it runs in the round. */
@FunctionalInterface
public interface OutcomeListener {
    /** One envelope's delivery ended so. */
    void settled(Envelope envelope, Outcome outcome);
}
