package io.linkspan.deadletter;

import io.linkspan.ledger.Database;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Replays as a person works with them. They are jobs in the database: a restart goes on with them. Throws {@link
 * NoSuchReplay} for an unknown id.
 */
public final class Replays {
    private static final List<ReplayStatus> SENDING = List.of(ReplayStatus.CANARY, ReplayStatus.RUNNING);
    private static final List<ReplayStatus> NOT_OVER =
            List.of(ReplayStatus.CANARY, ReplayStatus.RUNNING, ReplayStatus.PAUSED);

    private final Database database;
    private final ReplayTable table;
    private final Clock clock;

    Replays(Database database, ReplayTable table, Clock clock) {
        this.database = database;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Sends the open ones among the letters meant again.
     *
     * @throws NothingToReplay when none of them is open
     */
    public Replay start(ReplayOrder order) {
        UUID id = UUID.randomUUID();
        return database.transact(() -> {
            if (table.create(id, order, clock.instant().truncatedTo(ChronoUnit.MICROS)) == 0) {
                throw new NothingToReplay();
            }
            return known(id);
        });
    }

    /** One replay. */
    public Replay get(UUID id) {
        return database.call(() -> known(id));
    }

    /** The latest replays. */
    public List<Replay> latest(int limit) {
        return database.call(() -> table.latest(limit));
    }

    /**
     * Sends nothing more until it is resumed.
     *
     * @throws ReplayOver when it is over
     */
    public Replay pause(UUID id, String cause) {
        return turn(id, SENDING, ReplayStatus.PAUSED, cause);
    }

    /**
     * Goes on. What has died so far is forgiven.
     *
     * @throws ReplayOver when it is over
     */
    public Replay resume(UUID id) {
        return database.transact(() -> {
            Replay paused = known(id);
            table.forgive(paused);
            return turn(id, List.of(ReplayStatus.PAUSED), paused.resumed(), "");
        });
    }

    /**
     * Ends it; what was not sent is open again.
     *
     * @throws ReplayOver when it is over
     */
    public Replay stop(UUID id, String cause) {
        return database.transact(() -> {
            turn(id, NOT_OVER, ReplayStatus.STOPPED, cause);
            table.leave(id);
            return known(id);
        });
    }

    private Replay turn(UUID id, List<ReplayStatus> from, ReplayStatus to, String cause) {
        return database.transact(() -> {
            Replay before = known(id);
            if (before.status().over()) {
                throw new ReplayOver(id, before.status());
            }
            table.turn(id, from, to, cause);
            return known(id);
        });
    }

    private Replay known(UUID id) {
        return table.get(id).orElseThrow(() -> new NoSuchReplay(id));
    }
}
