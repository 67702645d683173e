package io.linkspan.reconcile;

import io.linkspan.ledger.Database;
import io.linkspan.ledger.OutputHash;
import io.linkspan.record.Tombstone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys of each side while they are compared. What the ledger holds is copied by the database itself, so that a million
 * records never pass through this process. Throws {@code DatabaseUnavailable}.
 */
final class KeyTable {
    private final Database database;

    KeyTable(Database database) {
        this.database = database;
    }

    /** Whose keys they are. */
    enum Side {
        SOURCE("S"),
        LEDGER("L"),
        TARGET("T");

        private final String letter;

        Side(String letter) {
            this.letter = letter;
        }

        @Override
        public String toString() {
            return letter;
        }
    }

    /** A listed key; the version as {@code Version} writes it, so that it compares with the ledger's. */
    record Listing(String key, @Nullable String version) {}

    void clear(UUID run) {
        database.call(() -> database.jdbc()
                .sql("DELETE FROM reconcile_key WHERE run = :run")
                .param("run", run)
                .update());
    }

    /** Adds keys; one that a list names twice counts once. */
    void add(UUID run, Side side, List<Listing> keys) {
        if (keys.isEmpty()) {
            return;
        }
        database.retryLost(() -> database.jdbc()
                .sql("""
                MERGE INTO reconcile_key k
                USING (SELECT record_key, MAX(version) AS version
                       FROM UNNEST(CAST(:keys AS VARCHAR ARRAY), CAST(:versions AS VARCHAR ARRAY))
                            AS t (record_key, version) GROUP BY record_key) n
                ON (k.run = :run AND k.side = :side AND k.record_key = n.record_key)
                WHEN NOT MATCHED THEN INSERT (run, side, record_key, version)
                    VALUES (:run, :side, n.record_key, n.version)""")
                .param("run", run)
                .param("side", side.toString())
                .param("keys", keys.stream().map(Listing::key).toArray(String[]::new))
                .param("versions", keys.stream().map(Listing::version).toArray(String[]::new))
                .update());
    }

    /**
     * Copies what was delivered, and not deleted, before the lists were begun: what came later, they may not show.
     *
     * @return how many that are
     */
    int copyLedger(UUID run, String flow, Instant before) {
        return database.call(() -> database.jdbc()
                .sql("""
                INSERT INTO reconcile_key (run, side, record_key, version)
                SELECT CAST(:run AS UUID), 'L', l.record_key, l.held_stated
                FROM ledger l JOIN flow f ON f.id = l.flow_id
                WHERE f.name = :flow AND l.held_sequence IS NOT NULL AND l.held_hash <> :stone
                  AND l.held_at < :before""")
                .param("run", run)
                .param("flow", flow)
                .param("stone", HexFormat.of().parseHex(OutputHash.of(Tombstone.payload())))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update());
    }

    long count(UUID run, Side side) {
        return database.call(() -> database.jdbc()
                .sql("SELECT COUNT(*) FROM reconcile_key WHERE run = :run AND side = :side")
                .param("run", run)
                .param("side", side.toString())
                .query(Long.class)
                .single());
    }
}
