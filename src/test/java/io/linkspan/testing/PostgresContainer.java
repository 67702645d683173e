package io.linkspan.testing;

import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server in a container of the official image. */
final class PostgresContainer implements RealPostgres.PostgresServer {
    private final PostgreSQLContainer container = new PostgreSQLContainer("postgres:17");
    private final int port = Docker.pinPort(container, PostgreSQLContainer.POSTGRESQL_PORT);

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            Docker.startAgain(container);
            Awaitility.await("PostgreSQL on port " + port)
                    .atMost(Duration.ofSeconds(60))
                    .until(this::answers);
        }
    }

    @Override
    public void kill() {
        Docker.kill(container);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String username() {
        return container.getUsername();
    }

    @Override
    public String password() {
        return container.getPassword();
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return Stream.empty();
    }

    @Override
    public void close() {
        container.stop();
    }

    private boolean answers() {
        try (var connection = container.createConnection("")) {
            return connection.isValid(5);
        } catch (java.sql.SQLException notYet) {
            return false;
        }
    }
}
