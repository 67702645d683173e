package io.linkspan.deadletter;

import io.linkspan.broker.DeadEnvelope;
import io.linkspan.broker.DeadHandler;
import io.linkspan.ledger.Database;
import io.linkspan.ledger.Storable;
import io.linkspan.ops.FaultPoint;
import io.linkspan.record.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the dead from the queue into the database: written first, acknowledged then. The same one again changes nothing;
 * the same content of the same state again (an overlapping pull) counts up the letter there is, and a replay that died
 * again opens the letter it came from. Where a person's edit was delivered, the unedited record dying again opens nothing.
 */
final class Archive implements DeadHandler {
    private static final int LONGEST_DETAIL = 4000;

    private static final String WRITE = """
            MERGE INTO dead_letter d USING (SELECT CAST(:id AS UUID) AS id) n ON (d.id = n.id)
            WHEN MATCHED AND d.arrival <> :arrival THEN UPDATE SET
                arrival = :arrival, sequence = :sequence, correlation_id = :correlation, trace = :trace,
                fingerprint = :fingerprint, title = :title, reason = :reason, detail = :detail, errors = :errors,
                attempts = :attempts, mapping_hash = :mapping, died_at = :at, occurrences = d.occurrences + 1,
                closed = NULL,
                status = CASE WHEN d.status = 'DISCARDED' THEN d.status
                              WHEN d.status = 'DELIVERED' AND d.edited IS NOT NULL AND CAST(:replay AS UUID) IS NULL
                                   THEN d.status
                              WHEN d.status = 'REPLAYING' AND d.replay_id <> CAST(:replay AS UUID) THEN d.status
                              WHEN d.status = 'REPLAYING' AND CAST(:replay AS UUID) IS NULL THEN d.status
                              ELSE 'OPEN' END
            WHEN NOT MATCHED THEN INSERT
                (id, arrival, flow, record_key, stated, sequence, correlation_id, trace, fingerprint, title, reason,
                 detail, errors, attempts, mapping_hash, format, payload_key, payload, died_at, occurrences, status)
                VALUES (:id, :arrival, :flow, :key, :stated, :sequence, :correlation, :trace, :fingerprint, :title,
                 :reason, :detail, :errors, :attempts, :mapping, :format, :cipher, :payload, :at, 1, 'OPEN')""";

    private final Database database;
    private final PayloadCipher cipher;

    Archive(Database database, PayloadCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public void archive(List<DeadEnvelope> dead) {
        FaultPoint.BEFORE_ARCHIVE.passed();
        database.retryLost(() -> {
            dead.forEach(this::write);
            return dead.size();
        });
        FaultPoint.AFTER_ARCHIVE.passed();
    }

    private void write(DeadEnvelope dead) {
        Envelope envelope = dead.envelope();
        UUID replay = replay(envelope.replay());
        UUID id =
                replay == null ? identity(envelope) : replayed(replay, envelope).orElseGet(() -> identity(envelope));
        Fingerprint fingerprint = Fingerprint.of(envelope.flow(), dead.why());
        database.jdbc()
                .sql(WRITE)
                .param("id", id)
                .param("arrival", dead.id())
                .param("flow", envelope.flow())
                .param("key", envelope.key().value())
                .param("stated", Storable.text(envelope.version().stated()))
                .param("sequence", envelope.version().sequence())
                .param("correlation", envelope.correlationId().value())
                .param("trace", envelope.trace().value())
                .param("fingerprint", fingerprint.hash())
                .param("title", Storable.text(fingerprint.title()))
                .param("reason", dead.why().reason().name())
                .param("detail", Storable.text(dead.why().detail(), LONGEST_DETAIL))
                .param("errors", LetterJson.write(dead.why().errors()))
                .param("attempts", LetterJson.write(envelope.attempts()))
                .param("mapping", dead.mapping())
                .param("format", envelope.payload().format().name())
                .param("cipher", cipher.activeKey())
                .param("payload", cipher.write(id, envelope.payload().bytes()))
                .param("at", dead.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("replay", replay)
                .update();
    }

    /** The letter a replayed record came from; its item in the replay has died again. */
    private Optional<UUID> replayed(UUID replay, Envelope envelope) {
        database.jdbc()
                .sql("UPDATE replay_item SET outcome = 'DEAD'" + ReplayTable.ITEM)
                .params(ReplayTable.item(replay, envelope))
                .update();
        return database
                .jdbc()
                .sql("SELECT letter_id FROM replay_item" + ReplayTable.ITEM)
                .params(ReplayTable.item(replay, envelope))
                .query(LetterRow::id)
                .stream()
                .findFirst();
    }

    private static UUID identity(Envelope envelope) {
        UUID content = UUID.nameUUIDFromBytes(envelope.payload().bytes());
        String identity = String.join(
                "\n",
                envelope.flow(),
                envelope.key().value(),
                envelope.version().stated(),
                content.toString());
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable UUID replay(@Nullable String id) {
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
