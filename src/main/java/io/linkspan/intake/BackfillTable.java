package io.linkspan.intake;

import io.linkspan.intake.Backfill.Status;
import io.linkspan.ledger.Database;
import io.linkspan.ledger.Storable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Backfills as they are kept. Throws {@code DatabaseUnavailable}. */
final class BackfillTable {
    private static final String COLUMNS =
            "SELECT id, flow, begins, ends, a_second, status, why, records, created_by, created_at, ended_at FROM backfill ";

    private final Database database;
    private final InstantSource clock;

    BackfillTable(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Backfill create(String flow, Instant from, Instant until, int aSecond, String by) {
        Backfill made = new Backfill(
                UUID.randomUUID(), flow, from, until, aSecond, Status.RUNNING, "", 0, by, clock.instant(), null);
        database.call(() -> database.jdbc()
                .sql("""
                INSERT INTO backfill (id, flow, begins, ends, a_second, status, why, records, created_by, created_at)
                VALUES (:id, :flow, :begins, :ends, :aSecond, 'RUNNING', '', 0, :by, :now)""")
                .param("id", made.id())
                .param("flow", flow)
                .param("begins", utc(from))
                .param("ends", utc(until))
                .param("aSecond", aSecond)
                .param("by", Storable.text(by, 100))
                .param("now", utc(made.createdAt()))
                .update());
        return made;
    }

    Optional<Backfill> find(UUID id) {
        return database.call(() -> database.jdbc()
                .sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(BackfillTable::backfill)
                .optional());
    }

    /** The latest of a flow, newest first. */
    List<Backfill> of(String flow, int most) {
        return database.call(() -> database.jdbc()
                .sql(COLUMNS + "WHERE flow = :flow ORDER BY created_at DESC LIMIT :most")
                .param("flow", flow)
                .param("most", most)
                .query(BackfillTable::backfill)
                .list());
    }

    List<Backfill> running() {
        return database.call(() -> database.jdbc()
                .sql(COLUMNS + "WHERE status = 'RUNNING' ORDER BY created_at")
                .query(BackfillTable::backfill)
                .list());
    }

    void progress(UUID id, long records) {
        database.call(() -> database.jdbc()
                .sql("UPDATE backfill SET records = :records WHERE id = :id")
                .param("id", id)
                .param("records", records)
                .update());
    }

    /** Ends one that is running; false where it had ended already. */
    boolean end(UUID id, Status status, String why) {
        return database.call(() -> database.jdbc()
                        .sql("""
                        UPDATE backfill SET status = :status, why = :why, ended_at = :now
                        WHERE id = :id AND status = 'RUNNING'""")
                        .param("id", id)
                        .param("status", status.name())
                        .param("why", Storable.text(why))
                        .param("now", utc(clock.instant()))
                        .update()
                > 0);
    }

    private static Backfill backfill(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Backfill(
                row.getObject("id", UUID.class),
                row.getString("flow"),
                instant(row, "begins"),
                instant(row, "ends"),
                row.getInt("a_second"),
                Status.valueOf(row.getString("status")),
                row.getString("why"),
                row.getLong("records"),
                row.getString("created_by"),
                instant(row, "created_at"),
                ended == null ? null : ended.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
