package io.linkspan.delivery;

import io.linkspan.ledger.Ledger;
import io.linkspan.mapping.References;
import io.linkspan.record.RecordKey;
import java.util.Optional;

/** Answers what the other system calls a record from the ledger's cross references. */
record LedgerReferences(Ledger ledger) implements References {
    @Override
    public Optional<String> targetId(String flow, String key) {
        return key.isBlank() || key.length() > RecordKey.LONGEST
                ? Optional.empty()
                : ledger.targetId(flow, new RecordKey(key));
    }
}
