package io.linkspan.ledger;

import io.linkspan.record.CorrelationId;
import io.linkspan.record.RecordKey;
import io.linkspan.record.Version;

/**
 * A mapped record that may have to be sent.
 *
 * @param key what the source calls it
 * @param version which state of it was mapped
 * @param outputHash hash of the mapped output: hexadecimal, at most 64 digits
 * @param mappingHash hash of the mapping that made it, at most 64 characters
 * @param correlationId the journey it is on
 */
public record Candidate(
        RecordKey key, Version version, String outputHash, String mappingHash, CorrelationId correlationId) {
    private static final int LONGEST_HASH = 64;

    /** Refuses a hash the ledger cannot keep. */
    public Candidate {
        if (outputHash.isEmpty() || outputHash.length() > LONGEST_HASH || mappingHash.length() > LONGEST_HASH) {
            throw new IllegalArgumentException("a hash has 1 to " + LONGEST_HASH + " digits");
        }
    }
}
