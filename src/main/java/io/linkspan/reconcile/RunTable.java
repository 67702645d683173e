package io.linkspan.reconcile;

import io.linkspan.ledger.Database;
import io.linkspan.ledger.Storable;
import io.linkspan.reconcile.Reconciliation.Counts;
import io.linkspan.reconcile.Reconciliation.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reconciliations as they are kept. Throws {@code DatabaseUnavailable}. */
final class RunTable {
    private static final String SELECT = """
            SELECT r.*,
                (SELECT COUNT(*) FROM reconcile_finding f WHERE f.run = r.id AND f.kind = 'MISSING') AS missing,
                (SELECT COUNT(*) FROM reconcile_finding f WHERE f.run = r.id AND f.kind = 'DIFFERENT') AS different,
                (SELECT COUNT(*) FROM reconcile_finding f WHERE f.run = r.id AND f.kind = 'GONE') AS gone,
                (SELECT COUNT(*) FROM reconcile_finding f WHERE f.run = r.id AND f.kind = 'FOREIGN') AS strangers,
                (SELECT COUNT(*) FROM reconcile_finding f WHERE f.run = r.id AND f.healed) AS healed
            FROM reconciliation r\s""";

    private final Database database;
    private final InstantSource clock;

    RunTable(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Reconciliation create(String flow, boolean heal, @Nullable Integer deleteUpTo, String by) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        database.call(() -> database.jdbc()
                .sql("""
                INSERT INTO reconciliation (id, flow, heal, delete_up_to, status, why, source_keys, ledger_keys,
                    target_keys, created_by, created_at)
                VALUES (:id, :flow, :heal, :most, 'COMPARING', '', 0, 0, -1, :by, :now)""")
                .param("id", id)
                .param("flow", flow)
                .param("heal", heal)
                .param("most", deleteUpTo)
                .param("by", Storable.text(by, 100))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update());
        return new Reconciliation(id, flow, heal, deleteUpTo, Status.COMPARING, "", Counts.NONE, by, now, null);
    }

    Optional<Reconciliation> find(UUID id) {
        return database.call(() -> database.jdbc()
                .sql(SELECT + "WHERE r.id = :id")
                .param("id", id)
                .query(RunTable::run)
                .optional());
    }

    /** The latest of a flow, newest first. */
    List<Reconciliation> of(String flow, int most) {
        return database.call(() -> database.jdbc()
                .sql(SELECT + "WHERE r.flow = :flow ORDER BY r.created_at DESC LIMIT :most")
                .param("flow", flow)
                .param("most", most)
                .query(RunTable::run)
                .list());
    }

    List<Reconciliation> open() {
        return database.call(() -> database.jdbc()
                .sql(SELECT + "WHERE r.status IN ('COMPARING', 'HEALING') ORDER BY r.created_at")
                .query(RunTable::run)
                .list());
    }

    void compared(UUID id, long source, long ledger, long target) {
        database.call(() -> database.jdbc()
                .sql("""
                UPDATE reconciliation SET status = 'HEALING', source_keys = :source, ledger_keys = :ledger,
                    target_keys = :target
                WHERE id = :id AND status = 'COMPARING'""")
                .param("id", id)
                .param("source", source)
                .param("ledger", ledger)
                .param("target", target)
                .update());
    }

    void end(UUID id, Status status, String why) {
        database.call(() -> database.jdbc()
                .sql("""
                UPDATE reconciliation SET status = :status, why = :why, ended_at = :now
                WHERE id = :id AND status IN ('COMPARING', 'HEALING')""")
                .param("id", id)
                .param("status", status.name())
                .param("why", Storable.text(why))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    private static Reconciliation run(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        int most = row.getInt("delete_up_to");
        return new Reconciliation(
                row.getObject("id", UUID.class),
                row.getString("flow"),
                row.getBoolean("heal"),
                row.getObject("delete_up_to") == null ? null : most,
                Status.valueOf(row.getString("status")),
                row.getString("why"),
                counts(row),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static Counts counts(ResultSet row) throws SQLException {
        long missing = row.getLong("missing");
        long different = row.getLong("different");
        long gone = row.getLong("gone");
        long foreign = row.getLong("strangers");
        long healed = row.getLong("healed");
        return new Counts(
                row.getLong("source_keys"),
                row.getLong("ledger_keys"),
                row.getLong("target_keys"),
                missing,
                different,
                gone,
                foreign,
                healed,
                missing + different + gone + foreign - healed);
    }
}
