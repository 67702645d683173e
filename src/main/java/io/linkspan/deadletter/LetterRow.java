package io.linkspan.deadletter;

import io.linkspan.record.CorrelationId;
import io.linkspan.record.Outcome;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a letter's row; the payloads only where they are asked for. */
final class LetterRow {
    static final String COLUMNS = """
            id, flow, record_key, stated, sequence, correlation_id, trace, fingerprint, title, reason, detail, errors,
            attempts, mapping_hash, format, died_at, occurrences, status, replay_id, edited_by, edited_at,
            discard_reason, closed""";

    private LetterRow() {}

    static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("flow"),
                new RecordKey(row.getString("record_key")),
                new Version(row.getString("stated"), row.getLong("sequence")),
                new CorrelationId(row.getString("correlation_id")),
                new TraceParent(row.getString("trace")),
                row.getString("fingerprint"),
                row.getString("title"),
                Outcome.Reason.valueOf(row.getString("reason")),
                row.getString("detail"),
                LetterJson.errors(row.getString("errors")),
                LetterJson.attempts(row.getString("attempts")),
                row.getString("mapping_hash"),
                Payload.Format.valueOf(row.getString("format")),
                instant(row, "died_at"),
                row.getInt("occurrences"),
                LetterStatus.valueOf(row.getString("status")),
                row.getObject("replay_id", UUID.class),
                edit(row),
                row.getString("discard_reason"),
                row.getString("closed"));
    }

    /** Of a statement that selects nothing but an id. */
    static UUID id(ResultSet row, int number) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    static LetterGroup group(ResultSet row, int number) throws SQLException {
        return new LetterGroup(
                row.getString("fingerprint"),
                row.getString("flow"),
                Outcome.Reason.valueOf(row.getString("reason")),
                row.getString("title"),
                row.getLong("letters"),
                instant(row, "first_at"),
                instant(row, "last_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static DeadLetter.@Nullable Edit edit(ResultSet row) throws SQLException {
        String by = row.getString("edited_by");
        return by == null ? null : new DeadLetter.Edit(by, instant(row, "edited_at"));
    }
}
