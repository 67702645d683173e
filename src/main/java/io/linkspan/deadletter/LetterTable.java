package io.linkspan.deadletter;

import io.linkspan.ledger.Database;
import io.linkspan.ledger.Storable;
import io.linkspan.record.Payload;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements about letters, except the archive's. */
final class LetterTable {
    private final Database database;
    private final PayloadCipher cipher;

    LetterTable(Database database, PayloadCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    Optional<DeadLetter> get(UUID id) {
        return database.jdbc()
                .sql("SELECT " + LetterRow.COLUMNS + " FROM dead_letter WHERE id = :id")
                .param("id", id)
                .query(LetterRow::letter)
                .optional();
    }

    List<DeadLetter> list(Where where, int limit) {
        return database.jdbc()
                .sql("SELECT " + LetterRow.COLUMNS + " FROM dead_letter" + where.sql()
                        + " ORDER BY died_at DESC, id DESC LIMIT :limit")
                .params(where.parameters())
                .param("limit", limit)
                .query(LetterRow::letter)
                .list();
    }

    long count(Where where) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM dead_letter" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    List<LetterGroup> groups(Where where, int limit) {
        return database.jdbc()
                .sql("""
                SELECT fingerprint, flow, reason, MIN(title) AS title, COUNT(*) AS letters,
                       MIN(died_at) AS first_at, MAX(died_at) AS last_at
                FROM dead_letter""" + where.sql() + """

                GROUP BY fingerprint, flow, reason ORDER BY COUNT(*) DESC, fingerprint LIMIT :limit""")
                .params(where.parameters())
                .param("limit", limit)
                .query(LetterRow::group)
                .list();
    }

    int discard(Where where, String reason) {
        return database.jdbc()
                .sql("UPDATE dead_letter SET status = 'DISCARDED', discard_reason = :why" + where.sql())
                .params(where.parameters())
                .param("why", Storable.text(reason))
                .update();
    }

    /** Keeps the original beside the edited payload; both under the active key. */
    int edit(UUID id, Payloads payloads, DeadLetter.Edit edit) {
        return database.jdbc()
                .sql("""
                UPDATE dead_letter SET edited = :edited, edited_by = :by, edited_at = :at, payload = :payload,
                    payload_key = :cipher WHERE id = :id AND status = 'OPEN'""")
                .param("id", id)
                .param("edited", sealed(id, payloads.edited()))
                .param("payload", cipher.write(id, payloads.original().bytes()))
                .param("cipher", cipher.activeKey())
                .param("by", edit.by())
                .param("at", edit.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Payloads> payloads(UUID id) {
        return database.jdbc()
                .sql("SELECT format, payload_key, payload, edited FROM dead_letter WHERE id = :id")
                .param("id", id)
                .query((row, number) -> {
                    Payload.Format format = Payload.Format.valueOf(row.getString("format"));
                    String key = row.getString("payload_key");
                    byte[] edited = row.getBytes("edited");
                    return new Payloads(
                            new Payload(format, cipher.read(id, key, row.getBytes("payload"))),
                            edited == null ? null : new Payload(format, cipher.read(id, key, edited)));
                })
                .optional();
    }

    /** Letters whose payloads a key encrypts that is not the active one, or none does. */
    List<UUID> sealedOtherwise(int limit) {
        return database.jdbc()
                .sql("SELECT id FROM dead_letter WHERE payload_key <> :active LIMIT :limit")
                .param("active", cipher.activeKey())
                .param("limit", limit)
                .query(LetterRow::id)
                .list();
    }

    void seal(UUID id, Payloads payloads) {
        database.jdbc()
                .sql("UPDATE dead_letter SET payload = :payload, edited = :edited, payload_key = :key WHERE id = :id")
                .param("id", id)
                .param("payload", cipher.write(id, payloads.original().bytes()))
                .param("edited", sealed(id, payloads.edited()))
                .param("key", cipher.activeKey())
                .update();
    }

    private byte @Nullable [] sealed(UUID id, @Nullable Payload payload) {
        return payload == null ? null : cipher.write(id, payload.bytes());
    }
}
