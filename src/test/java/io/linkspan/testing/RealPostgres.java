package io.linkspan.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A real PostgreSQL. {@link #shared()} is one server for the whole test JVM: tests keep apart by a {@link #freshDatabase()}
 * and must not stop it. {@link #own()} is a server for one test, which may stop it and start it again.
 */
public final class RealPostgres implements AutoCloseable {
    private final PostgresServer server;

    private RealPostgres(PostgresServer server) {
        this.server = server;
    }

    /** The server all tests of this JVM share; started by the first who asks, stopped with the JVM. */
    public static RealPostgres shared() {
        return Shared.SERVER;
    }

    /** A server of one's own: to be closed. */
    public static RealPostgres own() {
        RealPostgres own = new RealPostgres(Docker.available() ? new PostgresContainer() : new PostgresProcess());
        own.start();
        return own;
    }

    /** Creates an empty database and returns its JDBC address: for {@code spring.datasource.url}. */
    public String freshDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(url("postgres"), username(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return url(name);
        } catch (SQLException broken) {
            throw new IllegalStateException("cannot create a database for the test", broken);
        }
    }

    /** The user who may do everything: for {@code spring.datasource.username}. */
    public String username() {
        return server.username();
    }

    /** The user's password: for {@code spring.datasource.password}. */
    public String password() {
        return server.password();
    }

    /** Stops the server without asking its clients. */
    public void kill() {
        server.kill();
    }

    /** Starts the server again after {@link #kill()}, on the same port with what it had on disk. */
    public void start() {
        server.start();
    }

    @Override
    public void close() {
        server.close();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    /** One server, wherever it runs. */
    interface PostgresServer extends AutoCloseable {
        void start();

        void kill();

        int port();

        String username();

        String password();

        @Override
        void close();
    }

    private static final class Shared {
        private static final RealPostgres SERVER = start();

        private static RealPostgres start() {
            RealPostgres shared = own();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
            return shared;
        }
    }
}
