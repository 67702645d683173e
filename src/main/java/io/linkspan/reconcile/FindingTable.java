package io.linkspan.reconcile;

import io.linkspan.ledger.Database;
import io.linkspan.reconcile.Finding.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the comparison found. Each kind is one statement over the keys of all sides. Throws {@code DatabaseUnavailable}. */
final class FindingTable {
    private static final String INSERT =
            "INSERT INTO reconcile_finding (run, kind, record_key, version, detail, healed) ";

    /** A record that was delivered while the lists were read is not missing, so that the ledger itself is asked again. */
    private static final String MISSING = INSERT + """
            SELECT s.run, 'MISSING', s.record_key, COALESCE(l.version, ''),
                CASE WHEN l.record_key IS NOT NULL THEN 'delivered, but the target has it no more'
                     WHEN now_held.claim_sequence IS NOT NULL THEN 'a delivery is under way, or it is dead'
                     ELSE 'never delivered' END, FALSE
            FROM reconcile_key s
            LEFT JOIN reconcile_key l ON l.run = s.run AND l.side = 'L' AND l.record_key = s.record_key
            LEFT JOIN flow f ON f.name = :flow
            LEFT JOIN ledger now_held ON now_held.flow_id = f.id AND now_held.record_key = s.record_key
            LEFT JOIN reconcile_key t ON t.run = s.run AND t.side = 'T' AND t.record_key = s.record_key
            WHERE s.run = :run AND s.side = 'S'
              AND ((l.record_key IS NULL AND (now_held.held_at IS NULL OR now_held.held_at < :began))
                   OR (l.record_key IS NOT NULL AND :listed AND t.record_key IS NULL))""";

    private static final String DIFFERENT = INSERT + """
            SELECT l.run, 'DIFFERENT', l.record_key, l.version,
                CASE WHEN s.version IS NOT NULL AND s.version <> l.version
                     THEN 'the source has version ' || s.version || ', delivered was ' || l.version
                     ELSE 'the target has version ' || t.version || ', delivered was ' || l.version END, FALSE
            FROM reconcile_key l
            JOIN reconcile_key s ON s.run = l.run AND s.side = 'S' AND s.record_key = l.record_key
            LEFT JOIN reconcile_key t ON t.run = l.run AND t.side = 'T' AND t.record_key = l.record_key
            WHERE l.run = :run AND l.side = 'L' AND (NOT :listed OR t.record_key IS NOT NULL)
              AND (s.version <> l.version OR t.version <> l.version)""";

    private static final String GONE = INSERT + """
            SELECT l.run, 'GONE', l.record_key, l.version, 'delivered, and the source has it no more', FALSE
            FROM reconcile_key l
            LEFT JOIN reconcile_key s ON s.run = l.run AND s.side = 'S' AND s.record_key = l.record_key
            WHERE l.run = :run AND l.side = 'L' AND s.record_key IS NULL""";

    /** Records that were deleted by a change, as the flow says, are kept by the target on purpose. */
    private static final String FOREIGN = INSERT + """
            SELECT t.run, 'FOREIGN', t.record_key, '',
                CASE WHEN known.record_key IS NULL THEN 'in the target, and never delivered from this source'
                     ELSE 'deleted, and the target has it still' END, FALSE
            FROM reconcile_key t
            LEFT JOIN reconcile_key s ON s.run = t.run AND s.side = 'S' AND s.record_key = t.record_key
            LEFT JOIN reconcile_key l ON l.run = t.run AND l.side = 'L' AND l.record_key = t.record_key
            LEFT JOIN flow f ON f.name = :flow
            LEFT JOIN ledger known ON known.flow_id = f.id AND known.record_key = t.record_key
            WHERE t.run = :run AND t.side = 'T' AND s.record_key IS NULL AND l.record_key IS NULL
              AND (known.record_key IS NULL OR (NOT :keeps AND known.held_at < :began))""";

    private final Database database;

    FindingTable(Database database) {
        this.database = database;
    }

    /** A finding that is to be healed, with the version the ledger held. */
    record Open(String key, String version) {}

    void clear(UUID run) {
        database.call(() -> database.jdbc()
                .sql("DELETE FROM reconcile_finding WHERE run = :run")
                .param("run", run)
                .update());
    }

    /**
     * Compares.
     *
     * @param listed whether the target's keys are known
     * @param keeps whether the target keeps what was deleted at the source
     */
    void compare(UUID run, String flow, boolean listed, boolean keeps, Instant began) {
        database.transact(() -> {
            int found = database.jdbc()
                    .sql(MISSING)
                    .param("run", run)
                    .param("flow", flow)
                    .param("listed", listed)
                    .param("began", began.atOffset(ZoneOffset.UTC))
                    .update();
            found += database.jdbc()
                    .sql(DIFFERENT)
                    .param("run", run)
                    .param("listed", listed)
                    .update();
            found += database.jdbc().sql(GONE).param("run", run).update();
            return found
                    + database.jdbc()
                            .sql(FOREIGN)
                            .param("run", run)
                            .param("flow", flow)
                            .param("keeps", keeps)
                            .param("began", began.atOffset(ZoneOffset.UTC))
                            .update();
        });
    }

    long count(UUID run, Kind kind) {
        return database.call(() -> database.jdbc()
                .sql("SELECT COUNT(*) FROM reconcile_finding WHERE run = :run AND kind = :kind")
                .param("run", run)
                .param("kind", kind.name())
                .query(Long.class)
                .single());
    }

    /** The next findings not healed, in the order of their keys. */
    List<Open> open(UUID run, Kind kind, String after, int most) {
        return database.call(() -> database.jdbc()
                .sql("""
                SELECT record_key, version FROM reconcile_finding
                WHERE run = :run AND kind = :kind AND NOT healed AND record_key > :after
                ORDER BY record_key LIMIT :most""")
                .param("run", run)
                .param("kind", kind.name())
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Open(row.getString("record_key"), row.getString("version")))
                .list());
    }

    void healed(UUID run, Kind kind, List<String> keys) {
        database.call(() -> database.jdbc()
                .sql("""
                UPDATE reconcile_finding SET healed = TRUE
                WHERE run = :run AND kind = :kind AND record_key IN (
                    SELECT t.record_key FROM UNNEST(CAST(:keys AS VARCHAR ARRAY)) AS t (record_key))""")
                .param("run", run)
                .param("kind", kind.name())
                .param("keys", keys.toArray(String[]::new))
                .update());
    }

    /** Findings to show, in the order of their keys. */
    List<Finding> list(UUID run, @Nullable Kind kind, String after, int most) {
        return database.call(() -> database.jdbc()
                .sql("""
                SELECT kind, record_key, detail, healed FROM reconcile_finding
                WHERE run = :run AND (CAST(:kind AS VARCHAR) IS NULL OR kind = :kind) AND record_key > :after
                ORDER BY record_key, kind LIMIT :most""")
                .param("run", run)
                .param("kind", kind == null ? null : kind.name())
                .param("after", after)
                .param("most", most)
                .query(FindingTable::finding)
                .list());
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                Kind.valueOf(row.getString("kind")),
                row.getString("record_key"),
                row.getString("detail"),
                row.getBoolean("healed"));
    }
}
