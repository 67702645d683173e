package io.linkspan.deadletter;

import io.linkspan.ledger.Database;
import io.linkspan.ledger.Storable;
import io.linkspan.record.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements about letters beside what the ledger holds of their records. */
final class OvertakingTable {
    /** The page is cut before the ledger is asked: a turn costs the same however many letters wait. */
    private static final String PAGE = """
            SELECT d.id, d.stated, d.sequence, d.edited_by, d.replay_id, d.status, r.held_stated, r.held_sequence
            FROM (SELECT id, flow, record_key, stated, sequence, edited_by, replay_id, status FROM dead_letter
                  WHERE status = :status""";

    private static final String HELD = """
             ORDER BY id LIMIT :limit) d
            LEFT JOIN flow f ON f.name = d.flow
            LEFT JOIN ledger r ON r.flow_id = f.id AND r.record_key = d.record_key
            ORDER BY d.id""";

    private final Database database;

    OvertakingTable(Database database) {
        this.database = database;
    }

    /**
     * A letter that waits.
     *
     * @param held what the target holds of the record; null where it holds nothing
     */
    record Letter(
            UUID id,
            LetterStatus status,
            Version died,
            boolean edited,
            @Nullable UUID replay,
            @Nullable Version held) {}

    List<Letter> page(LetterStatus status, Optional<UUID> after, int limit) {
        var statement = database.jdbc()
                .sql(PAGE + (after.isPresent() ? " AND id > :after" : "") + HELD)
                .param("status", status.name())
                .param("limit", limit);
        return after.map(id -> statement.param("after", id))
                .orElse(statement)
                .query(OvertakingTable::letter)
                .list();
    }

    /** Closes a letter that still is as it was read, and what a replay still meant to do with it. */
    boolean close(Letter letter, LetterStatus end, String note) {
        int closed = database.jdbc()
                .sql("""
                UPDATE dead_letter SET status = :end, closed = :note
                WHERE id = :id AND status = :was AND sequence = :sequence""")
                .param("id", letter.id())
                .param("was", letter.status().name())
                .param("sequence", letter.died().sequence())
                .param("end", end.name())
                .param("note", Storable.text(note))
                .update();
        UUID replay = letter.replay();
        if (closed > 0 && replay != null && letter.status() == LetterStatus.REPLAYING) {
            database.jdbc()
                    .sql("""
                    UPDATE replay_item SET outcome = :end
                    WHERE replay_id = :replay AND letter_id = :id AND outcome IN ('WAITING', 'SENT')""")
                    .param("id", letter.id())
                    .param("replay", replay)
                    .param("end", end.name())
                    .update();
        }
        return closed > 0;
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        long sequence = row.getLong("held_sequence");
        Version held = row.wasNull() ? null : new Version(row.getString("held_stated"), sequence);
        return new Letter(
                row.getObject("id", UUID.class),
                LetterStatus.valueOf(row.getString("status")),
                new Version(row.getString("stated"), row.getLong("sequence")),
                row.getString("edited_by") != null,
                row.getObject("replay_id", UUID.class),
                held);
    }
}
