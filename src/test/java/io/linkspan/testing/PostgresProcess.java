package io.linkspan.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A server from the binaries in the Maven repository. PostgreSQL refuses to run as root; root needs {@code unshare}. */
final class PostgresProcess implements RealPostgres.PostgresServer {
    private final Path folder;
    private final int port = Docker.freePort();
    private final Map<String, String> settings;
    private @Nullable EmbeddedPostgres running;

    /** @param settings of {@code postgresql.conf}, in front of the quick and careless ones this kind of server has */
    PostgresProcess(Map<String, String> settings) {
        this.settings = settings;
        try {
            folder = Files.createTempDirectory("linkspan-postgres");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void start() {
        try {
            EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                    .setDataDirectory(data())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60));
            settings.forEach(server::setServerConfig);
            running = server.start();
        } catch (IOException | IllegalStateException broken) {
            throw new AssertionError(
                    "this test needs a PostgreSQL: start Docker, or run the tests as a user other than root,"
                            + " or allow 'unshare -U' (util-linux)",
                    broken);
        }
    }

    @Override
    public void kill() {
        EmbeddedPostgres server = running;
        if (server != null) {
            try {
                server.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            running = null;
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String username() {
        return "postgres";
    }

    @Override
    public String password() {
        return "postgres";
    }

    @Override
    public Stream<ProcessHandle> processes() {
        try (Stream<String> lines = Files.lines(data().resolve("postmaster.pid"))) {
            return lines.findFirst().map(Long::valueOf).flatMap(ProcessHandle::of).stream()
                    .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()));
        } catch (IOException stopped) {
            return Stream.empty();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() {
        kill();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException leftOver) {
            throw new UncheckedIOException(leftOver);
        }
    }
}
