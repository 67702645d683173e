package io.linkspan.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How far each source has been read. Every method throws {@link DatabaseUnavailable} when nothing was written. */
public final class Checkpoints {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> WALK = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;

    /** Kept in the given database. */
    public Checkpoints(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The checkpoint of this name: a flow's, or that of a backfill beside it. */
    public Optional<Checkpoint> read(String name) {
        return database.call(() -> database.jdbc()
                .sql("SELECT since, walk, revision FROM checkpoint WHERE name = :name")
                .param("name", name)
                .query((row, number) -> new Checkpoint(
                        row.getString("since"), JSON.readValue(row.getString("walk"), WALK), row.getLong("revision")))
                .optional());
    }

    /** When the checkpoint was moved last, by the clock of the replica that moved it. */
    public Optional<Instant> lastMoved(String name) {
        return database.call(() -> database.jdbc()
                .sql("SELECT moved_at FROM checkpoint WHERE name = :name")
                .param("name", name)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant));
    }

    /**
     * Moves the checkpoint on from the state that was read.
     *
     * @param fence the lease that the mover must still hold
     * @return the checkpoint as it is now, for the next move
     * @throws CheckpointMoved when it is no longer as it was read, or the lease has gone to another
     */
    public Checkpoint move(String name, Checkpoint checkpoint, Fence fence) {
        int moved = database.call(
                () -> checkpoint.revision() == 0 ? insert(name, checkpoint, fence) : update(name, checkpoint, fence));
        if (moved == 0) {
            throw new CheckpointMoved(name);
        }
        return new Checkpoint(checkpoint.since(), checkpoint.walk(), checkpoint.revision() + 1);
    }

    /** Begins again from the beginning: also the end of a backfill. */
    public void forget(String name) {
        database.call(() -> database.jdbc()
                .sql("DELETE FROM checkpoint WHERE name = :name")
                .param("name", name)
                .update());
    }

    private int insert(String name, Checkpoint checkpoint, Fence fence) {
        try {
            return write("""
                    INSERT INTO checkpoint (name, since, walk, revision, moved_at)
                    SELECT CAST(:name AS VARCHAR), CAST(:since AS VARCHAR), CAST(:walk AS VARCHAR),
                           CAST(:revision AS BIGINT) + 1, CAST(:now AS TIMESTAMP WITH TIME ZONE)
                    FROM lease l WHERE l.name = :lease AND l.holder = :holder AND l.held_until > :now""", name, checkpoint, fence);
        } catch (DuplicateKeyException movedByAnother) {
            return 0;
        }
    }

    private int update(String name, Checkpoint checkpoint, Fence fence) {
        return write("""
                UPDATE checkpoint SET since = :since, walk = :walk, revision = revision + 1, moved_at = :now
                WHERE name = :name AND revision = :revision AND EXISTS (
                    SELECT 1 FROM lease l WHERE l.name = :lease AND l.holder = :holder AND l.held_until > :now)""", name, checkpoint, fence);
    }

    private int write(String sql, String name, Checkpoint checkpoint, Fence fence) {
        return database.jdbc()
                .sql(sql)
                .param("name", name)
                .param("since", checkpoint.since())
                .param("walk", JSON.writeValueAsString(checkpoint.walk()))
                .param("revision", checkpoint.revision())
                .param("lease", fence.lease())
                .param("holder", fence.holder())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
