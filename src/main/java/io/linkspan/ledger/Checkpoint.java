package io.linkspan.ledger;

import java.util.Map;

/**
 * How far a source has been read.
 *
 * @param since where the next walk over the pages begins, in the source's own terms; empty for the beginning
 * @param walk what the next request of a walk in progress is filled with; empty between two walks
 * @param revision counts the moves, so that a replica that lost its lease cannot move it back
 */
public record Checkpoint(String since, Map<String, String> walk, long revision) {
    /** Nothing read yet. */
    public static final Checkpoint START = new Checkpoint("", Map.of(), 0);

    /** Keeps the walk safe from changes. */
    public Checkpoint {
        walk = Map.copyOf(walk);
    }

    /** Further on in the same walk. */
    public Checkpoint walking(Map<String, String> next) {
        return new Checkpoint(since, next, revision);
    }

    /** The walk is over; the next begins there. */
    public Checkpoint walked(String nextSince) {
        return new Checkpoint(nextSince, Map.of(), revision);
    }
}
