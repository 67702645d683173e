package io.linkspan.chaos;

import io.linkspan.ops.FaultPoint;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program as {@code ./linkspan run} starts it, as a process that may be killed. */
final class ReplicaProcess {
    private static final Duration POLITE = Duration.ofSeconds(30);

    private final Process process;
    private final URI url;
    private final @Nullable Fuse fuse;

    /** Where the process is to end by itself, and at which time it comes there. */
    record Fuse(FaultPoint at, int pass) {
        String text() {
            return at.text() + ":" + pass;
        }
    }

    private ReplicaProcess(Process process, URI url, @Nullable Fuse fuse) {
        this.process = process;
        this.url = url;
        this.fuse = fuse;
    }

    /**
     * Starts one.
     *
     * @param app the jar
     * @param home a folder of its own; what it prints is appended to {@code out} there
     * @param port where its HTTP API listens
     * @param settings what it is told on the command line
     */
    static ReplicaProcess start(Path app, Path home, int port, List<String> settings, @Nullable Fuse fuse) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx320m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:SharedArchiveFile=" + app.resolveSibling("linkspan-chaos.jsa"),
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-jar",
                app.toString(),
                "run",
                "--server.port=" + port));
        command.addAll(settings);
        try {
            Files.createDirectories(home);
            File out = home.resolve("out").toFile();
            ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(out));
            if (fuse != null) {
                builder.environment().put(FaultPoint.VARIABLE, fuse.text());
            }
            return new ReplicaProcess(builder.start(), URI.create("http://127.0.0.1:" + port), fuse);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Whether the HTTP API says that it is ready. */
    boolean ready() {
        try {
            HttpURLConnection question = (HttpURLConnection)
                    url.resolve("/actuator/health/liveness").toURL().openConnection();
            question.setConnectTimeout(500);
            question.setReadTimeout(2000);
            return question.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI url() {
        return url;
    }

    @Nullable
    Fuse fuse() {
        return fuse;
    }

    /** How it ended; to be asked once it is not alive. */
    int ended() {
        return process.exitValue();
    }

    /** As by {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As by {@code docker stop}: asked first, killed when it takes too long. Returns whether it went by itself. */
    boolean stop() {
        process.destroy();
        try {
            if (process.waitFor(POLITE.toSeconds(), TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        kill();
        return false;
    }
}
