package io.linkspan.ledger;

import io.linkspan.testing.RealPostgres;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with the project's migrations, new and empty for each caller. */
public final class TestDatabase {
    private TestDatabase() {}

    /** H2 in memory, for tests of stations behind the ledger. */
    public static DataSource h2() {
        return migrated(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "linkspan", ""));
    }

    /** A real PostgreSQL. */
    public static DataSource postgres() {
        RealPostgres server = RealPostgres.shared();
        return migrated(new DriverManagerDataSource(server.freshDatabase(), server.username(), server.password()));
    }

    /** Runs the migrations. */
    public static DataSource migrated(DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }
}
