package io.linkspan.ledger;

/**
 * What a checkpoint may be moved by: a replica whose lease went to another while it was reading (a long pause, a cut
 * connection) finds the fence closed.
 *
 * @param lease the lease's name
 * @param holder the replica that must still hold it
 */
public record Fence(String lease, String holder) {}
