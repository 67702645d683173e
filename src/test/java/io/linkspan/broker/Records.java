package io.linkspan.broker;

import io.linkspan.record.Attempt;
import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Records as the tests of the broker's station need them. */
final class Records {
    static final Outcome DELIVERED = new Outcome.Delivered("crm-1");

    private Records() {}

    static Envelope record(String flow, String key, long sequence) {
        return record(flow, key, sequence, Payload.xml("<Customer><No>" + key + "</No><Name>Müller</Name></Customer>"));
    }

    static Envelope record(String flow, String key, long sequence, Payload payload) {
        return new Envelope(
                flow,
                new RecordKey(key),
                new Version("2026-01-01T00:00:00.000000000Z", sequence),
                new CorrelationId("c-" + sequence),
                TraceParent.start(),
                payload,
                Attempts.NONE,
                null);
    }

    static List<Envelope> records(String flow, int count) {
        return IntStream.range(0, count).mapToObj(i -> record(flow, "k" + i, i)).toList();
    }

    static List<Outcome> all(List<Envelope> batch, Outcome outcome) {
        return batch.stream().map(envelope -> outcome).toList();
    }

    static Outcome retry(Duration after) {
        return new Outcome.Retry(after, new Attempt(Instant.parse("2026-02-03T04:05:06Z"), "http-503", "try later"));
    }
}
