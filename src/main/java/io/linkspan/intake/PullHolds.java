package io.linkspan.intake;

import io.linkspan.intake.PullHold.Cause;
import io.linkspan.ledger.Database;
import io.linkspan.ledger.Storable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which flows are held, for all replicas and over restarts. Throws {@code DatabaseUnavailable}. */
final class PullHolds {
    private static final String ITSELF = "linkspan";

    private final Database database;
    private final InstantSource clock;

    PullHolds(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<PullHold> of(String flow) {
        return database.call(() -> database.jdbc()
                .sql("SELECT cause, why, held_by, held_at FROM pull_hold WHERE flow = :flow")
                .param("flow", flow)
                .query(PullHolds::hold)
                .optional());
    }

    /** A person pauses a flow. A stop stays a stop: it has a reason that a pause would hide. */
    void pause(String flow, String why, String by) {
        hold(flow, Cause.PAUSED, why, by);
    }

    /** A flow stops itself. */
    void stop(String flow, String why) {
        hold(flow, Cause.STOPPED, why, ITSELF);
    }

    /** Ends whatever holds a flow; false where nothing does. */
    boolean resume(String flow) {
        return database.call(() -> database.jdbc()
                        .sql("DELETE FROM pull_hold WHERE flow = :flow")
                        .param("flow", flow)
                        .update()
                > 0);
    }

    private void hold(String flow, Cause cause, String why, String by) {
        database.retryLost(() -> database.jdbc()
                .sql("""
                MERGE INTO pull_hold h USING (SELECT CAST(:flow AS VARCHAR) AS flow) n ON (h.flow = n.flow)
                WHEN MATCHED AND h.cause = 'PAUSED' THEN
                    UPDATE SET cause = :cause, why = :why, held_by = :by, held_at = :now
                WHEN NOT MATCHED THEN
                    INSERT (flow, cause, why, held_by, held_at) VALUES (n.flow, :cause, :why, :by, :now)""")
                .param("flow", flow)
                .param("cause", cause.name())
                .param("why", Storable.text(why))
                .param("by", Storable.text(by, 100))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    private static PullHold hold(ResultSet row, int number) throws SQLException {
        return new PullHold(
                Cause.valueOf(row.getString("cause")),
                row.getString("why"),
                row.getString("held_by"),
                row.getObject("held_at", OffsetDateTime.class).toInstant());
    }
}
