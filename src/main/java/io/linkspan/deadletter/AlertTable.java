package io.linkspan.deadletter;

import io.linkspan.ledger.Database;
import io.linkspan.ops.alert.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The statements about what has been said of dead letters. */
final class AlertTable {
    private final Database database;

    AlertTable(Database database) {
        this.database = database;
    }

    /** Groups of which something must be said on a channel, those that are over too. */
    List<Group> due(String channel, Instant saidBefore) {
        return database.call(() -> database.jdbc()
                .sql("""
                SELECT g.fingerprint, g.flow, g.reason, g.title, g.letters, g.last_at,
                       CASE WHEN a.open THEN 'UPDATE' ELSE 'TRIGGER' END AS kind
                FROM (SELECT fingerprint, MIN(flow) AS flow, MIN(reason) AS reason, MIN(title) AS title,
                             COUNT(*) AS letters, MAX(died_at) AS last_at
                      FROM dead_letter WHERE status = 'OPEN' GROUP BY fingerprint) g
                LEFT JOIN alert a ON a.fingerprint = g.fingerprint AND a.channel = :channel
                WHERE a.open IS NULL OR NOT a.open OR (a.told_at <= :before AND g.last_at > a.told_last)
                UNION ALL
                SELECT a.fingerprint, a.flow, a.reason, a.title, 0, a.told_last, 'RESOLVE'
                FROM alert a WHERE a.channel = :channel AND a.open AND NOT EXISTS (
                    SELECT 1 FROM dead_letter d WHERE d.fingerprint = a.fingerprint
                    AND d.status IN ('OPEN', 'REPLAYING'))""")
                .param("channel", channel)
                .param("before", saidBefore.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Group(
                        Alert.Kind.valueOf(row.getString("kind")),
                        row.getString("fingerprint"),
                        row.getString("flow"),
                        row.getString("reason"),
                        row.getString("title"),
                        row.getLong("letters"),
                        LetterRow.instant(row, "last_at")))
                .list());
    }

    /** Notes what was said. */
    void told(String channel, Group group, Instant now) {
        database.retryLost(() -> database.jdbc()
                .sql("""
                MERGE INTO alert a USING (SELECT CAST(:fingerprint AS VARCHAR) AS fingerprint,
                    CAST(:channel AS VARCHAR) AS channel) n ON (a.fingerprint = n.fingerprint AND a.channel = n.channel)
                WHEN MATCHED THEN UPDATE SET told_at = :at, told_last = :last, open = :open
                WHEN NOT MATCHED THEN INSERT
                    (fingerprint, channel, flow, reason, title, told_at, told_last, open)
                    VALUES (n.fingerprint, n.channel, :flow, :reason, :title, :at, :last, :open)""")
                .param("fingerprint", group.fingerprint())
                .param("channel", channel)
                .param("flow", group.flow())
                .param("reason", group.reason())
                .param("title", group.title())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("last", group.last().atOffset(ZoneOffset.UTC))
                .param("open", group.kind() != Alert.Kind.RESOLVE)
                .update());
    }

    /** A group and what is to be said of it. */
    record Group(
            Alert.Kind kind, String fingerprint, String flow, String reason, String title, long letters, Instant last) {
        Alert alert() {
            return new Alert(kind, fingerprint, flow, reason, title, letters, last);
        }
    }
}
