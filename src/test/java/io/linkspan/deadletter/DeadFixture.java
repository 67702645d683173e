package io.linkspan.deadletter;

import io.linkspan.broker.DeadEnvelope;
import io.linkspan.ledger.Database;
import io.linkspan.record.Attempt;
import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;
import io.linkspan.testing.MovedClock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Dead letters of a flow of its own for each test, and the words the contracts are written in. */
abstract class DeadFixture {
    final String flow = "customers-" + UUID.randomUUID();
    final MovedClock clock = new MovedClock();
    final Database database;
    final LetterTable table;
    final Archive archive;
    final DeadLetters letters;

    DeadFixture(DataSource source, PayloadKeys keys) {
        database = new Database(source);
        table = new LetterTable(database, new PayloadCipher(keys));
        archive = new Archive(database, new PayloadCipher(keys));
        letters = new DeadLetters(database, table, clock);
    }

    final Envelope envelope(String key, int version, String name) {
        return new Envelope(
                flow,
                new RecordKey(key),
                Version.of("2026-01-0" + version + "T00:00:00Z", version),
                new CorrelationId("journey-" + key),
                TraceParent.start(),
                Payload.xml("<Customer><No>" + key + "</No><Name>" + name + "</Name></Customer>"),
                Attempts.NONE,
                null);
    }

    /** The same state, read from the source once more. */
    static Envelope readAs(Envelope envelope, long sequence) {
        return new Envelope(
                envelope.flow(),
                envelope.key(),
                new Version(envelope.version().stated(), sequence),
                envelope.correlationId(),
                envelope.trace(),
                envelope.payload(),
                envelope.attempts(),
                null);
    }

    static Outcome.Dead refused(String detail) {
        return new Outcome.Dead(Outcome.Reason.REFUSED, detail);
    }

    static Outcome.Dead unmapped(String field, String code) {
        return new Outcome.Dead(
                Outcome.Reason.MAPPING,
                "1 error",
                List.of(new Outcome.FieldError(field, code, "Contact/EMail", "must not be blank")),
                null);
    }

    final DeadEnvelope dead(Envelope envelope, Outcome.Dead why) {
        Attempt attempt = why.attempt();
        Envelope last = attempt == null ? envelope : envelope.after(attempt);
        return new DeadEnvelope(last, why, clock.instant(), "m-17");
    }

    final void die(Envelope envelope, Outcome.Dead why) {
        archive.archive(List.of(dead(envelope, why)));
    }

    final LetterQuery query(@Nullable LetterStatus status) {
        return new LetterQuery(List.of(), flow, null, status, null, null, null, null, null, null);
    }

    final List<DeadLetter> all() {
        return letters.find(query(null), 100).letters();
    }

    final DeadLetter only() {
        List<DeadLetter> found = all();
        if (found.size() != 1) {
            throw new AssertionError("one dead letter expected, not " + found);
        }
        return found.getFirst();
    }
}
