package io.linkspan.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

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
        return started(Docker.available() ? new PostgresContainer() : new PostgresProcess(Map.of()));
    }

    /**
     * A server of one's own in a process of this machine, never in a container, that writes each commit to its disk before
     * it answers, as one in production does.
     *
     * @param settings more of what stands in {@code postgresql.conf}
     */
    public static RealPostgres onThisMachine(Map<String, String> settings) {
        Map<String, String> durable = new HashMap<>(settings);
        durable.put("fsync", "on");
        durable.put("synchronous_commit", "on");
        durable.put("full_page_writes", "on");
        return started(new PostgresProcess(durable));
    }

    private static RealPostgres started(PostgresServer server) {
        RealPostgres own = new RealPostgres(server);
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

    /** The server's processes on this machine; none where it runs in a container. */
    public Stream<ProcessHandle> processes() {
        return server.processes();
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

        Stream<ProcessHandle> processes();

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
