package io.linkspan.intake;

import io.linkspan.flow.Flow;
import io.linkspan.mapping.Extract;
import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;
import org.jspecify.annotations.Nullable;

/** Puts a source record into its envelope: key, version and a journey of its own. */
final class Enveloping {
    private final Sequence sequence;

    Enveloping(Sequence sequence) {
        this.sequence = sequence;
    }

    /** An envelope; a record that says no usable key gets a stand-in, and will be found among the dead letters. */
    Envelope envelop(Flow flow, Payload record, TraceParent trace) {
        Version version = Version.of(read(flow.from().version(), record), sequence.next());
        RecordKey key = key(read(flow.from().key(), record), record);
        return new Envelope(
                flow.name(), key, version, CorrelationId.mint(), trace.child(), record, Attempts.NONE, null);
    }

    private static RecordKey key(@Nullable String stated, Payload record) {
        String key = stated == null ? "" : stated.strip();
        return key.isEmpty() || key.length() > RecordKey.LONGEST
                ? RecordKey.standIn(record.bytes())
                : new RecordKey(key);
    }

    private static @Nullable String read(@Nullable Extract path, Payload record) {
        return path == null ? null : path.read(record).getFirst();
    }
}
