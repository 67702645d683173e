package io.linkspan.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens the database, or says in one line why it cannot be opened and what to do about it. */
final class DatabaseOpening {
    private static final int CONNECT_SECONDS = 10;
    private static final String ALREADY_OPEN = "90020";
    private static final String REFUSED_LOGIN = "28";

    private DatabaseOpening() {}

    static HikariDataSource open(DatabaseSettings settings, Path data) {
        String url = settings.jdbcUrl(data);
        DriverManager.setLoginTimeout(CONNECT_SECONDS);
        try (Connection probe = DriverManager.getConnection(url, settings.username(), settings.password())) {
            return pool(settings, url, probe.getMetaData().getDatabaseProductName());
        } catch (SQLException refused) {
            throw settings.embedded() ? embedded(settings.place(data), refused) : server(settings, data, refused);
        }
    }

    private static HikariDataSource pool(DatabaseSettings settings, String url, String product) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("ledger");
        pool.setJdbcUrl(url);
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(settings.connections());
        pool.setConnectionTimeout(CONNECT_SECONDS * 1000L);
        if (product.equals("PostgreSQL")) {
            // A plan made while the ledger was small would be kept while it grows; planning a batch costs next to
            // nothing. And a batch's rows are to be found by the primary key from the first day: at the server's
            // default
            // price of a page out of order, reading a ledger of some ten thousand rows as a whole looks cheaper.
            pool.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan -c random_page_cost=1.1");
            pool.addDataSourceProperty("socketTimeout", "60");
        }
        return new HikariDataSource(pool);
    }

    private static DatabaseUnavailable embedded(String file, SQLException refused) {
        return ALREADY_OPEN.equals(refused.getSQLState())
                ? new DatabaseUnavailable(
                        "the ledger " + file + " is open in another process",
                        "stop that process, or name another directory with linkspan.data",
                        refused)
                : new DatabaseUnavailable(
                        "the ledger " + file + " cannot be opened: " + firstLine(refused),
                        "check that linkspan.data can be written and that its disk is not full",
                        refused);
    }

    private static DatabaseUnavailable server(DatabaseSettings settings, Path data, SQLException refused) {
        String place = settings.place(data);
        return String.valueOf(refused.getSQLState()).startsWith(REFUSED_LOGIN)
                ? new DatabaseUnavailable(
                        "the database " + place + " refused the user '" + settings.username() + "'",
                        "mend linkspan.database.username or linkspan.database.password",
                        refused)
                : new DatabaseUnavailable(
                        "the database " + place + " cannot be reached: " + firstLine(refused),
                        "start it, or mend linkspan.database.url",
                        refused);
    }

    private static String firstLine(SQLException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }
}
