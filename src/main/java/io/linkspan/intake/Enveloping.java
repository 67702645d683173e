package io.linkspan.intake;

import io.linkspan.flow.Flow;
import io.linkspan.flow.RecordFacts;
import io.linkspan.flow.RecordFacts.Facts;
import io.linkspan.flow.Upkeep.Listed;
import io.linkspan.mapping.read.UnreadableRecordException;
import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.Tombstone;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Puts a source record into its envelope: key, version and a journey of its own. */
final class Enveloping {
    private static final Facts NONE = new Facts(null, null, null, null);

    private final Sequence sequence;

    Enveloping(Sequence sequence) {
        this.sequence = sequence;
    }

    /** Numbers what is read from now on after what was read by then. */
    void goOnAfter(Instant moved) {
        sequence.goOnAfter(moved);
    }

    /** For the pages of a flow's live pull. */
    Course.PageStart live(Flow flow) {
        return (window, trace) -> taker(flow, window, trace, sequence::next);
    }

    /**
     * For the pages of a backfill: every record is as old as the moment its page was asked for. Where the source states no
     * version, a state that the live pull read meanwhile is the newer one.
     */
    Course.PageStart beside(Flow flow) {
        return (window, trace) -> {
            long asked = sequence.next();
            return taker(flow, window, trace, () -> asked);
        };
    }

    /**
     * For the pages of a flow's list of deletions.
     *
     * @throws PageUnfit from its taker, for an entry that names no record: a deletion that is passed over is never told again
     */
    Course.PageStart deletions(Flow flow, Listed list) {
        return (window, trace) -> entry -> {
            Facts facts = facts(list.facts(), entry);
            if (facts.key() == null || facts.key().isBlank()) {
                throw PageUnfit.nameless();
            }
            return window.takes(facts.changedAt())
                    ? Optional.of(envelop(flow, Tombstone.payload(), facts, trace, sequence.next()))
                    : Optional.empty();
        };
    }

    private static Course.Taker taker(Flow flow, Window window, TraceParent trace, LongSupplier order) {
        return record -> {
            Facts facts = facts(flow.from().facts(), record);
            return window.takes(facts.changedAt())
                    ? Optional.of(envelop(flow, meant(flow, record, facts), facts, trace, order.getAsLong()))
                    : Optional.empty();
        };
    }

    private static Payload meant(Flow flow, Payload record, Facts facts) {
        return flow.from().isGone(facts) ? Tombstone.payload() : record;
    }

    /** What a record says of itself; nothing where it cannot be read. */
    private static Facts facts(RecordFacts reading, Payload record) {
        try {
            return reading.of(record);
        } catch (UnreadableRecordException unreadable) {
            // Delivery tells why, with the place; here it only must not hold up the records beside it.
            return NONE;
        }
    }

    /** An envelope; a record that says no usable key gets a stand-in, and will be found among the dead letters. */
    private static Envelope envelop(Flow flow, Payload record, Facts facts, TraceParent trace, long order) {
        return new Envelope(
                flow.name(),
                key(facts.key(), record),
                Version.of(facts.version(), order),
                CorrelationId.mint(),
                trace.child(),
                record,
                Attempts.NONE,
                null);
    }

    private static RecordKey key(@Nullable String stated, Payload record) {
        String key = stated == null ? "" : stated.strip();
        return key.isEmpty() || key.length() > RecordKey.LONGEST || key.indexOf(0) >= 0
                ? RecordKey.standIn(record.bytes())
                : new RecordKey(key);
    }
}
