package io.linkspan.ledger;

/**
 * How many records of a flow the ledger knows.
 *
 * @param records all that were ever claimed
 * @param held those the target holds in some state
 * @param open those with a delivery that is not settled
 */
public record LedgerCounts(long records, long held, long open) {}
