package io.linkspan.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Who of several replicas may do what only one may do. A lease ends by itself when its holder dies. Replicas' clocks may
 * differ by far less than a lease's length.
 *
 * <p>Every method throws {@link DatabaseUnavailable}; then nothing is held for certain.
 */
public final class Leases {
    private final Database database;
    private final Clock clock;

    /** Kept in the given database. */
    public Leases(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes the lease where it is free, over, or the holder's own already. */
    public boolean acquire(String name, String holder, Duration length) {
        return database.retryLost(() -> write("""
                    MERGE INTO lease l USING (SELECT CAST(:name AS VARCHAR) AS name) n ON (l.name = n.name)
                    WHEN MATCHED AND (l.holder = :holder OR l.held_until <= :now) THEN
                        UPDATE SET holder = :holder, held_until = :until
                    WHEN NOT MATCHED THEN
                        INSERT (name, holder, held_until) VALUES (n.name, :holder, :until)""", name, holder, length));
    }

    /** Keeps a lease for longer; false where it has gone to another. */
    public boolean renew(String name, String holder, Duration length) {
        String sql = "UPDATE lease SET held_until = :until WHERE name = :name AND holder = :holder";
        return database.call(() -> write(sql, name, holder, length));
    }

    /** Gives the lease back at once. */
    public void release(String name, String holder) {
        database.call(() -> database.jdbc()
                .sql("DELETE FROM lease WHERE name = :name AND holder = :holder")
                .param("name", name)
                .param("holder", holder)
                .update());
    }

    /** Ends every lease: for a database that nobody else can have open. */
    void endAll() {
        database.call(() -> database.jdbc().sql("DELETE FROM lease").update());
    }

    private boolean write(String sql, String name, String holder, Duration length) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int rows = database.jdbc()
                .sql(sql)
                .param("name", name)
                .param("holder", holder)
                .param("now", now)
                .param("until", now.plus(length))
                .update();
        return rows > 0;
    }
}
