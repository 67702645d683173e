package io.linkspan.ledger;

/** Somebody else moved the checkpoint meanwhile: this replica has lost its lease and must read the checkpoint again. */
@SuppressWarnings("serial")
public final class CheckpointMoved extends RuntimeException {
    CheckpointMoved(String name) {
        super("another replica has the lease or moved the checkpoint of " + name);
    }
}
