package io.linkspan.ledger;

import io.linkspan.record.IdempotencyKey;
import io.linkspan.record.RecordKey;
import io.linkspan.record.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's statements. A whole batch goes as arrays in one statement: {@code UNNEST} of several arrays and {@code
 * MERGE} are understood by both databases, and one statement costs far less than a hundred.
 *
 * <p>The flow goes as an array too, the same number for each row. As a plain parameter PostgreSQL would ask its statistics
 * how many rows the flow has, hear "hardly any" of a flow that is new, and read all of them for every batch.
 */
final class LedgerTable {
    private static final HexFormat HEX = HexFormat.of();

    private static final String READ = """
            SELECT r.record_key, r.revision, r.target_id, r.held_sequence, r.held_stated, r.held_hash,
                   r.claim_sequence, r.claim_stated, r.claim_hash, r.claim_key, r.claim_unsure, r.claim_at,
                   CASE WHEN r.claim_holder <> :me AND r.claim_at > :stale AND l.held_until > :now
                        THEN TRUE ELSE FALSE END AS elsewhere
            FROM UNNEST(CAST(:flows AS INTEGER ARRAY), CAST(:keys AS VARCHAR ARRAY)) AS k (flow_id, record_key)
            JOIN ledger r ON r.flow_id = k.flow_id AND r.record_key = k.record_key
            LEFT JOIN lease l ON l.name = r.claim_holder""";

    private static final String WRITE = """
            MERGE INTO ledger r
            USING (SELECT * FROM UNNEST(
                       CAST(:flows AS INTEGER ARRAY), CAST(:keys AS VARCHAR ARRAY),
                       CAST(:revisions AS INTEGER ARRAY),
                       CAST(:sequences AS BIGINT ARRAY), CAST(:stated AS VARCHAR ARRAY),
                       CAST(:hashes AS BYTEA ARRAY), CAST(:mappings AS INTEGER ARRAY),
                       CAST(:claims AS BYTEA ARRAY), CAST(:correlations AS VARCHAR ARRAY))
                   AS t (flow_id, record_key, revision, sequence, stated, hash, mapping, claim, correlation)) c
            ON (r.flow_id = c.flow_id AND r.record_key = c.record_key)
            WHEN MATCHED AND r.revision = c.revision AND c.claim IS NULL THEN UPDATE SET
                revision = r.revision + 1, held_sequence = c.sequence, held_stated = c.stated, held_mapping = c.mapping
            WHEN MATCHED AND r.revision = c.revision THEN UPDATE SET
                revision = r.revision + 1, claim_sequence = c.sequence, claim_stated = c.stated, claim_hash = c.hash,
                claim_mapping = c.mapping, claim_key = c.claim, claim_unsure = TRUE, claim_holder = :me,
                claim_at = :now, claim_correlation = c.correlation
            WHEN NOT MATCHED AND c.revision = 0 THEN INSERT
                (flow_id, record_key, revision, claim_sequence, claim_stated, claim_hash, claim_mapping, claim_key,
                 claim_unsure, claim_holder, claim_at, claim_correlation)
                VALUES (c.flow_id, c.record_key, 1, c.sequence, c.stated, c.hash, c.mapping, c.claim, TRUE, :me, :now,
                 c.correlation)""";

    private static final String CLEAR = """
            claim_sequence = NULL, claim_stated = NULL, claim_hash = NULL, claim_mapping = NULL, claim_key = NULL,
            claim_unsure = NULL, claim_holder = NULL, claim_at = NULL, claim_correlation = NULL""";

    /**
     * A claim that a newer state has taken over meanwhile is recognised by its idempotency key: then only the target's id
     * is learnt, because what the target holds is for the newer claim to say. A dead claim has no time: it remembers that
     * the target may hold something, and stands in no other state's way.
     */
    private static final String SETTLE = """
            MERGE INTO ledger r
            USING (SELECT * FROM UNNEST(
                       CAST(:flows AS INTEGER ARRAY), CAST(:keys AS VARCHAR ARRAY),
                       CAST(:claims AS BYTEA ARRAY), CAST(:targets AS VARCHAR ARRAY),
                       CAST(:delivered AS BOOLEAN ARRAY), CAST(:closed AS BOOLEAN ARRAY),
                       CAST(:unsure AS BOOLEAN ARRAY), CAST(:dead AS BOOLEAN ARRAY))
                   AS t (flow_id, record_key, claim, target_id, delivered, closed, unsure, dead)) c
            ON (r.flow_id = c.flow_id AND r.record_key = c.record_key)
            WHEN MATCHED AND r.claim_key = c.claim AND c.delivered THEN UPDATE SET
                revision = r.revision + 1, target_id = NULLIF(COALESCE(c.target_id, r.target_id), ''),
                held_sequence = r.claim_sequence, held_stated = r.claim_stated, held_hash = r.claim_hash,
                held_mapping = r.claim_mapping, held_at = :now,
            """ + CLEAR + """

            WHEN MATCHED AND r.claim_key = c.claim AND c.closed THEN UPDATE SET revision = r.revision + 1,
            """ + CLEAR + """

            WHEN MATCHED AND r.claim_key = c.claim THEN UPDATE SET
                revision = r.revision + 1, claim_unsure = c.unsure, claim_holder = NULL,
                claim_at = CASE WHEN c.dead THEN NULL ELSE r.claim_at END
            WHEN MATCHED AND c.delivered AND r.target_id IS NULL THEN UPDATE SET
                revision = r.revision + 1, target_id = c.target_id""";

    private final Database database;
    private final String me;

    LedgerTable(Database database, String me) {
        this.database = database;
        this.me = me;
    }

    Map<RecordKey, RecordState> read(int flow, Collection<RecordKey> keys, Instant now, Instant stale) {
        Map<RecordKey, RecordState> found = HashMap.newHashMap(keys.size());
        database.jdbc()
                .sql(READ)
                .param("keys", keys.stream().map(RecordKey::value).toArray(String[]::new))
                .param("flows", flows(flow, keys.size()))
                .param("me", me)
                .param("now", utc(now))
                .param("stale", utc(stale))
                .query(LedgerTable::state)
                .list()
                .forEach(state -> found.put(state.key(), state));
        return found;
    }

    /** A row to write: a claim, or for an unchanged record its version only. */
    record Change(
            int revision,
            Candidate candidate,
            int mapping,
            @Nullable IdempotencyKey claim) {}

    /** Writes all changes and says how many rows were still as they had been read. */
    int write(int flow, List<Change> changes, Instant now) {
        return database.jdbc()
                .sql(WRITE)
                .param("flows", flows(flow, changes.size()))
                .param("me", me)
                .param("now", utc(now))
                .param("keys", column(changes, c -> c.candidate().key().value(), String[]::new))
                .param("revisions", column(changes, Change::revision, Integer[]::new))
                .param("sequences", column(changes, c -> c.candidate().version().sequence(), Long[]::new))
                .param(
                        "stated",
                        column(
                                changes,
                                c -> Storable.text(c.candidate().version().stated()),
                                String[]::new))
                .param("hashes", column(changes, c -> HEX.parseHex(c.candidate().outputHash()), byte[][]::new))
                .param("mappings", column(changes, Change::mapping, Integer[]::new))
                .param("claims", column(changes, c -> bytes(c.claim()), byte[][]::new))
                .param(
                        "correlations",
                        column(changes, c -> c.candidate().correlationId().value(), String[]::new))
                .update();
    }

    void settle(int flow, List<Settled> done, Instant now) {
        database.jdbc()
                .sql(SETTLE)
                .param("flows", flows(flow, done.size()))
                .param("now", utc(now))
                .param("keys", column(done, s -> s.claim().key().value(), String[]::new))
                .param("claims", column(done, s -> bytes(s.claim().idempotencyKey()), byte[][]::new))
                .param("targets", column(done, LedgerTable::targetId, String[]::new))
                .param("delivered", column(done, s -> s instanceof Settled.Delivered, Boolean[]::new))
                .param("closed", column(done, s -> s instanceof Settled.Dead && !unsure(s), Boolean[]::new))
                .param("unsure", column(done, LedgerTable::unsure, Boolean[]::new))
                .param("dead", column(done, s -> s instanceof Settled.Dead, Boolean[]::new))
                .update();
    }

    Map<RecordKey, String> targetIds(int flow, Collection<RecordKey> keys) {
        Map<RecordKey, String> ids = HashMap.newHashMap(keys.size());
        database.jdbc()
                .sql("""
                SELECT r.record_key, r.target_id
                FROM UNNEST(CAST(:flows AS INTEGER ARRAY), CAST(:keys AS VARCHAR ARRAY)) AS k (flow_id, record_key)
                JOIN ledger r ON r.flow_id = k.flow_id AND r.record_key = k.record_key
                WHERE r.target_id IS NOT NULL""")
                .param("keys", keys.stream().map(RecordKey::value).toArray(String[]::new))
                .param("flows", flows(flow, keys.size()))
                .query(row -> {
                    ids.put(new RecordKey(row.getString(1)), row.getString(2));
                });
        return ids;
    }

    /** No hash is empty, so that whatever comes next is sent; its version still counts. */
    void doubt(int flow, Collection<RecordKey> keys) {
        database.jdbc()
                .sql("""
                UPDATE ledger SET revision = revision + 1, held_hash = :nothing
                WHERE flow_id = :flow AND held_hash IS NOT NULL AND record_key IN (
                    SELECT k.record_key FROM UNNEST(CAST(:keys AS VARCHAR ARRAY)) AS k (record_key))""")
                .param("flow", flow)
                .param("nothing", new byte[0])
                .param("keys", keys.stream().map(RecordKey::value).toArray(String[]::new))
                .update();
    }

    LedgerCounts counts(int flow) {
        return database.jdbc()
                .sql("""
                SELECT COUNT(*) AS records, COUNT(held_sequence) AS held, COUNT(claim_sequence) AS open
                FROM ledger WHERE flow_id = :flow""")
                .param("flow", flow)
                .query(LedgerCounts.class)
                .single();
    }

    private static boolean unsure(Settled settled) {
        return settled.claim().repeated()
                || switch (settled) {
                    case Settled.Delivered delivered -> false;
                    case Settled.Released released -> released.maybeApplied();
                    case Settled.Dead dead -> dead.maybeApplied();
                };
    }

    private static @Nullable String targetId(Settled settled) {
        return settled instanceof Settled.Delivered delivered ? Storable.orNull(delivered.targetId()) : null;
    }

    private static RecordState state(ResultSet row, int number) throws SQLException {
        RecordKey key = new RecordKey(row.getString("record_key"));
        return new RecordState(key, row.getInt("revision"), row.getString("target_id"), held(row), open(row));
    }

    private static RecordState.@Nullable Held held(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("held_hash");
        return hash == null
                ? null
                : new RecordState.Held(
                        new Version(row.getString("held_stated"), row.getLong("held_sequence")), HEX.formatHex(hash));
    }

    private static RecordState.@Nullable Open open(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("claim_key");
        return key == null
                ? null
                : new RecordState.Open(
                        new Version(row.getString("claim_stated"), row.getLong("claim_sequence")),
                        HEX.formatHex(row.getBytes("claim_hash")),
                        new IdempotencyKey(HEX.formatHex(key)),
                        row.getBoolean("claim_unsure"),
                        row.getBoolean("elsewhere"),
                        row.getObject("claim_at") == null);
    }

    private static Integer[] flows(int flow, int rows) {
        Integer[] flows = new Integer[rows];
        Arrays.fill(flows, flow);
        return flows;
    }

    private static <T, C extends @Nullable Object> C[] column(
            List<T> rows, Function<T, C> cell, IntFunction<C[]> array) {
        return rows.stream().map(cell).toArray(array);
    }

    private static byte @Nullable [] bytes(@Nullable IdempotencyKey key) {
        return key == null ? null : HEX.parseHex(key.value());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
