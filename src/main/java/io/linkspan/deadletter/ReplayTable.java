package io.linkspan.deadletter;

import io.linkspan.ledger.Database;
import io.linkspan.ledger.Storable;
import io.linkspan.record.Envelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The statements about replays and what is in them. */
final class ReplayTable {
    /** One record of a replay. */
    static final String ITEM =
            " WHERE replay_id = :replay AND flow = :flow AND record_key = :key AND sequence = :sequence";

    private static final String READ = """
            SELECT r.id, r.status, r.cause, r.reason, r.created_by, r.created_at, r.a_second, r.canary, r.stop_at,
                   r.forgiven_ended, r.forgiven_dead,
                   COUNT(CASE WHEN i.outcome = 'WAITING' THEN 1 END) AS waiting,
                   COUNT(CASE WHEN i.outcome = 'SENT' THEN 1 END) AS sent,
                   COUNT(CASE WHEN i.outcome = 'DELIVERED' THEN 1 END) AS delivered,
                   COUNT(CASE WHEN i.outcome = 'SUPERSEDED' THEN 1 END) AS superseded,
                   COUNT(CASE WHEN i.outcome = 'DEAD' THEN 1 END) AS dead,
                   COUNT(CASE WHEN i.outcome = 'LEFT' THEN 1 END) AS unsent
            FROM replay r LEFT JOIN replay_item i ON i.replay_id = r.id
            """;

    private static final String GROUPED = """
             GROUP BY r.id, r.status, r.cause, r.reason, r.created_by, r.created_at, r.a_second, r.canary, r.stop_at,
            r.forgiven_ended, r.forgiven_dead
            ORDER BY r.created_at DESC, r.id LIMIT :limit""";

    private final Database database;

    ReplayTable(Database database) {
        this.database = database;
    }

    static Map<String, Object> item(UUID replay, Envelope envelope) {
        return Map.of(
                "replay", replay,
                "flow", envelope.flow(),
                "key", envelope.key().value(),
                "sequence", envelope.version().sequence());
    }

    Optional<Replay> get(UUID id) {
        return database.jdbc()
                .sql(READ + "WHERE r.id = :id" + GROUPED)
                .param("id", id)
                .param("limit", 1)
                .query(ReplayTable::replay)
                .optional();
    }

    List<Replay> latest(int limit) {
        return database.jdbc()
                .sql(READ + GROUPED)
                .param("limit", limit)
                .query(ReplayTable::replay)
                .list();
    }

    List<UUID> atWork() {
        return database.jdbc()
                .sql("SELECT id FROM replay WHERE status IN ('CANARY', 'RUNNING', 'PAUSED') ORDER BY created_at, id")
                .query(LetterRow::id)
                .list();
    }

    /** Takes the open letters meant into a new replay, oldest state first, and returns how many. */
    int create(UUID id, ReplayOrder order, Instant now) {
        ReplayStatus status = order.canary() > 0 ? ReplayStatus.CANARY : ReplayStatus.RUNNING;
        database.jdbc()
                .sql("""
                INSERT INTO replay (id, status, cause, reason, created_by, created_at, a_second, canary, stop_at,
                    forgiven_ended, forgiven_dead)
                VALUES (:id, :status, '', :reason, :by, :at, :rate, :canary, :stop, 0, 0)""")
                .param("id", id)
                .param("status", status.name())
                .param("reason", Storable.text(order.reason()))
                .param("by", order.by())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("rate", order.aSecond())
                .param("canary", order.canary())
                .param("stop", order.stopAt())
                .update();
        return take(id, Where.of(order.letters().in(LetterStatus.OPEN)));
    }

    private int take(UUID id, Where open) {
        database.jdbc()
                .sql("UPDATE dead_letter SET status = 'REPLAYING', replay_id = :replay" + open.sql())
                .params(open.parameters())
                .param("replay", id)
                .update();
        return database.jdbc().sql("""
                INSERT INTO replay_item (replay_id, place, letter_id, flow, record_key, sequence, outcome)
                SELECT replay_id, ROW_NUMBER() OVER (ORDER BY sequence, id), id, flow, record_key, sequence, 'WAITING'
                FROM dead_letter WHERE replay_id = :replay AND status = 'REPLAYING'""").param("replay", id).update();
    }

    /** Changes the status from one of those given; false where it is another meanwhile. */
    boolean turn(UUID id, List<ReplayStatus> from, ReplayStatus to, String cause) {
        return database.jdbc()
                        .sql("UPDATE replay SET status = :to, cause = :cause WHERE id = :id AND status IN (:from)")
                        .param("id", id)
                        .param("from", from.stream().map(Enum::name).toList())
                        .param("to", to.name())
                        .param("cause", Storable.text(cause))
                        .update()
                == 1;
    }

    /** What has ended so far shall not pause it again. */
    void forgive(Replay replay) {
        database.jdbc()
                .sql("UPDATE replay SET forgiven_ended = :ended, forgiven_dead = :dead WHERE id = :id")
                .param("id", replay.id())
                .param("ended", replay.counts().ended())
                .param("dead", replay.counts().dead())
                .update();
    }

    /** What is next to be sent. */
    record Waiting(int place, UUID letter, long sequence) {}

    List<Waiting> next(UUID id, int limit) {
        return database.jdbc()
                .sql("""
                SELECT place, letter_id AS letter, sequence FROM replay_item
                WHERE replay_id = :id AND outcome = 'WAITING' ORDER BY place LIMIT :limit""")
                .param("id", id)
                .param("limit", limit)
                .query((row, number) ->
                        new Waiting(row.getInt("place"), row.getObject("letter", UUID.class), row.getLong("sequence")))
                .list();
    }

    /** Notes what was sent, unless it has ended already. */
    void sent(UUID id, List<Integer> places) {
        database.jdbc().sql("""
                UPDATE replay_item SET outcome = 'SENT'
                WHERE replay_id = :id AND place IN (:places) AND outcome = 'WAITING'""").param("id", id).param("places", places).update();
    }

    /** A record of the replay has reached its end at the target, and its letter with it; a repeat changes nothing. */
    void ended(UUID replay, Envelope envelope, LetterStatus end) {
        int known = database.jdbc()
                .sql("UPDATE replay_item SET outcome = :outcome" + ITEM
                        + " AND outcome NOT IN ('DELIVERED', 'SUPERSEDED')")
                .params(item(replay, envelope))
                .param("outcome", end.name())
                .update();
        if (known > 0) {
            database.jdbc()
                    .sql("""
                    UPDATE dead_letter SET status = :end WHERE replay_id = :replay AND status = 'REPLAYING'
                    AND id IN (SELECT letter_id FROM replay_item""" + ITEM + ")")
                    .params(item(replay, envelope))
                    .param("end", end.name())
                    .update();
        }
    }

    /** What was not sent is open again. */
    void leave(UUID id) {
        database.jdbc().sql("""
                UPDATE dead_letter SET status = 'OPEN' WHERE replay_id = :id AND status = 'REPLAYING' AND id IN
                (SELECT letter_id FROM replay_item WHERE replay_id = :id AND outcome = 'WAITING')""").param("id", id).update();
        database.jdbc()
                .sql("UPDATE replay_item SET outcome = 'LEFT' WHERE replay_id = :id AND outcome = 'WAITING'")
                .param("id", id)
                .update();
    }

    private static Replay replay(ResultSet row, int number) throws SQLException {
        return new Replay(
                row.getObject("id", UUID.class),
                ReplayStatus.valueOf(row.getString("status")),
                row.getString("cause"),
                row.getString("reason"),
                row.getString("created_by"),
                LetterRow.instant(row, "created_at"),
                row.getInt("a_second"),
                row.getInt("canary"),
                row.getDouble("stop_at"),
                new Replay.Forgiven(row.getInt("forgiven_ended"), row.getInt("forgiven_dead")),
                new Replay.Counts(
                        row.getInt("waiting"),
                        row.getInt("sent"),
                        row.getInt("delivered"),
                        row.getInt("superseded"),
                        row.getInt("dead"),
                        row.getInt("unsent")));
    }
}
