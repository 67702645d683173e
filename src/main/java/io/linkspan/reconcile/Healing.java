package io.linkspan.reconcile;

import io.linkspan.broker.Dispatch;
import io.linkspan.flow.Flow;
import io.linkspan.flow.RecordFacts.Facts;
import io.linkspan.ledger.Ledger;
import io.linkspan.mapping.read.UnreadableRecordException;
import io.linkspan.reconcile.Finding.Kind;
import io.linkspan.reconcile.FindingTable.Open;
import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.Tombstone;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;
import io.linkspan.system.CallContext;
import io.linkspan.system.FaultException;
import io.linkspan.system.Pull;
import io.linkspan.system.Source;
import io.linkspan.system.Source.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Sends again what was found, the way every record goes: through the work queues with the broker's confirmation, then claimed,
 * ordered and settled by the ledger. What is marked as healed has been sent again; how that ended the ledger knows.
 */
final class Healing {
    private static final int AT_ONCE = 200;

    private final FindingTable findings;
    private final Ledger ledger;
    private final Dispatch dispatch;
    private final InstantSource clock;

    Healing(FindingTable findings, Ledger ledger, Dispatch dispatch, InstantSource clock) {
        this.findings = findings;
        this.ledger = ledger;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /**
     * Asks the source for each missing or different record and sends it.
     *
     * @throws KeyLists.ListUnfit where the source answers with another record than was asked for
     */
    void resend(Reconciliation run, Kind kind, Flow flow, Pull get, Source source, BooleanSupplier goOn)
            throws FaultException {
        String after = "";
        List<Open> open = findings.open(run.id(), kind, after, AT_ONCE);
        while (!open.isEmpty()) {
            List<Envelope> found = new ArrayList<>(open.size());
            for (Open one : open) {
                if (!goOn.getAsBoolean()) {
                    throw new KeyLists.BrokenOff();
                }
                found.addAll(ask(flow, get, source, one.key()));
            }
            send(run, kind, flow, found);
            after = open.getLast().key();
            open = findings.open(run.id(), kind, after, AT_ONCE);
        }
    }

    /** Sends a deletion for every record that is gone. */
    void remove(Reconciliation run, Flow flow, BooleanSupplier goOn) {
        Function<Open, Envelope> stone = one ->
                envelope(flow, one.key(), new Version(one.version(), micros(run.createdAt())), Tombstone.payload());
        List<Open> open = findings.open(run.id(), Kind.GONE, "", AT_ONCE);
        while (!open.isEmpty() && goOn.getAsBoolean()) {
            dispatch.toWork(open.stream().map(stone).toList());
            findings.healed(run.id(), Kind.GONE, open.stream().map(Open::key).toList());
            open = findings.open(run.id(), Kind.GONE, "", AT_ONCE);
        }
    }

    private void send(Reconciliation run, Kind kind, Flow flow, List<Envelope> found) {
        if (found.isEmpty()) {
            return;
        }
        List<RecordKey> keys = found.stream().map(Envelope::key).toList();
        ledger.doubt(flow.name(), keys);
        dispatch.toWork(found);
        findings.healed(run.id(), kind, keys.stream().map(RecordKey::value).toList());
    }

    /** The record as the source has it now; nothing where it has it no more. */
    private List<Envelope> ask(Flow flow, Pull get, Source source, String key) throws FaultException {
        List<Payload> answered = new ArrayList<>(1);
        source.read(get, new PageRequest(Map.of("key", key)), answered::add, CallContext.start());
        List<Envelope> envelopes = new ArrayList<>(1);
        for (Payload record : answered) {
            envelopes.add(envelope(flow, key, record));
        }
        return envelopes;
    }

    private Envelope envelope(Flow flow, String key, Payload record) {
        try {
            Facts facts = flow.from().facts().of(record);
            String named = facts.key() == null ? "" : facts.key().strip();
            if (!named.equals(key)) {
                throw new KeyLists.ListUnfit(
                        "asked for '" + key + "', the source answered with '" + named + "': mend from.get");
            }
            Version version = Version.of(facts.version(), micros(clock.instant()));
            return envelope(flow, key, version, flow.from().isGone(facts) ? Tombstone.payload() : record);
        } catch (UnreadableRecordException unreadable) {
            throw new KeyLists.ListUnfit("the record '" + key + "' cannot be read: " + unreadable.getMessage());
        }
    }

    private static Envelope envelope(Flow flow, String key, Version version, Payload payload) {
        return new Envelope(
                flow.name(),
                new RecordKey(key),
                version,
                CorrelationId.mint(),
                TraceParent.start(),
                payload,
                Attempts.NONE,
                null);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
