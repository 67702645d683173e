package io.linkspan.chaos;

import io.linkspan.testing.RealPostgres;
import io.linkspan.testing.RealRabbit;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The private broker and the private database, and the hands on them. */
final class Servers implements AutoCloseable {
    static final String PREFIX = "chaos";

    private static final Duration LONGEST_RESTART = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final RealRabbit rabbit = RealRabbit.own();
    private final RealPostgres postgres = RealPostgres.own();
    private final String database = postgres.freshDatabase();

    RealRabbit rabbit() {
        return rabbit;
    }

    RealPostgres postgres() {
        return postgres;
    }

    /** What a replica is told about both. */
    List<String> settings() {
        return List.of(
                "--linkspan.broker.url=" + rabbit.url(),
                "--linkspan.broker.prefix=" + PREFIX,
                "--linkspan.database.url=" + database,
                "--linkspan.database.username=" + postgres.username(),
                "--linkspan.database.password=" + postgres.password());
    }

    /** Carries statements out, one after the other. */
    void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("the suite's own statement failed: " + refused.getMessage(), refused);
        }
    }

    /** The rows of a query, each as its columns' texts. */
    List<List<String>> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException refused) {
            throw new IllegalStateException("the suite's own query failed: " + refused.getMessage(), refused);
        }
    }

    /** A query for one number. */
    long number(String sql) {
        return Long.parseLong(query(sql).getFirst().getFirst());
    }

    /** Every queue of the suite with what stands in it, delivered or not. */
    List<String> queuesWithMessages() {
        return rabbit.ctl("list_queues", "name", "messages")
                .lines()
                .filter(line -> line.startsWith(PREFIX + "."))
                .filter(line -> !line.endsWith("\t0"))
                .toList();
    }

    /** Waits while the server is down by the suite's own doing. */
    private Connection connect() throws SQLException {
        Instant latest = Instant.now().plus(LONGEST_RESTART);
        while (true) {
            try {
                return DriverManager.getConnection(database, postgres.username(), postgres.password());
            } catch (SQLException down) {
                if (Instant.now().isAfter(latest)) {
                    throw down;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    @Override
    public void close() {
        rabbit.close();
        postgres.close();
    }
}
