package io.linkspan.delivery;

import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;

/** Envelopes for tests. */
final class Envelopes {
    private Envelopes() {}

    static Envelope of(String key, String version, long sequence) {
        return new Envelope(
                "customers",
                new RecordKey(key),
                Version.of(version, sequence),
                CorrelationId.mint(),
                TraceParent.start(),
                Payload.xml("<Customer/>"),
                Attempts.NONE,
                null);
    }
}
