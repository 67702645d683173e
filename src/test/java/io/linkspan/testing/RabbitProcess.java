package io.linkspan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A private node of the RabbitMQ installed on this machine: own name, ports, data and cookie, all in a temporary folder. */
final class RabbitProcess implements RabbitNode {
    /** Not Debian's {@code /usr/sbin} wrapper: that one changes the user, who could not write to the folder. */
    private static final List<String> FOLDERS = List.of(
            "/usr/lib/rabbitmq/bin", "/opt/rabbitmq/sbin", "/opt/homebrew/opt/rabbitmq/sbin", "/usr/local/sbin");

    /**
     * The node dies with this shell's standard input, so that it does not outlive a killed test. RabbitMQ's own script
     * starts Erlang as a child and writes its process id to a file.
     */
    private static final String DIES_WITH_US =
            "\"$0\" </dev/null & node=$!; cat >/dev/null; kill -9 $node $(cat \"$RABBITMQ_PID_FILE\"); wait $node";

    private final Path programs;
    private final Path folder;
    private final int port = Docker.freePort();
    private final int distributionPort = Docker.freePort();
    private @Nullable Process process;

    RabbitProcess(Path programs) {
        this.programs = programs;
        try {
            folder = Files.createTempDirectory("linkspan-rabbit");
            Files.createDirectory(folder.resolve("home"));
            Files.writeString(folder.resolve("plugins"), "[].\n");
            Files.writeString(folder.resolve("rabbitmq.conf"), "loopback_users = none\nlog.file.level = warning\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where RabbitMQ's programs are, if it is installed. */
    static Optional<Path> installed() {
        return FOLDERS.stream()
                .map(Path::of)
                .filter(place -> Files.isExecutable(place.resolve("rabbitmq-server")))
                .findFirst();
    }

    @Override
    public void start() {
        process = launch("/bin/sh", "-c", DIES_WITH_US, program("rabbitmq-server"));
    }

    @Override
    public void kill() {
        Process running = process;
        if (running != null) {
            List<ProcessHandle> all = running.descendants().toList();
            all.forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            all.forEach(one -> one.onExit().join());
            running.onExit().join();
            process = null;
        }
    }

    @Override
    public String ctl(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program("rabbitmqctl"), "-q"));
        command.addAll(Arrays.asList(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment());
            Process ctl = builder.start();
            String said = new String(ctl.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (ctl.waitFor() != 0) {
                throw new IllegalStateException("rabbitmqctl failed: " + said);
            }
            return said;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public String trouble() {
        Process running = process;
        return running == null || running.isAlive() ? "" : "it ended with " + running.exitValue() + ":\n" + log();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Stream<ProcessHandle> processes() {
        Process running = process;
        return running == null ? Stream.empty() : running.descendants();
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

    private Process launch(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.directory(folder.toFile());
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()));
            builder.environment().putAll(environment());
            return builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("HOME", folder.resolve("home").toString()),
                Map.entry("RABBITMQ_NODENAME", "linkspan-" + port + "@localhost"),
                Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODE_PORT", "" + port),
                Map.entry("RABBITMQ_DIST_PORT", "" + distributionPort),
                Map.entry("RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString()),
                Map.entry("RABBITMQ_PID_FILE", folder.resolve("pid").toString()),
                Map.entry("RABBITMQ_LOG_BASE", folder.resolve("log").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        folder.resolve("plugins").toString()),
                Map.entry("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq").toString()),
                Map.entry("RABBITMQ_CONF_ENV_FILE", folder.resolve("none").toString()),
                // Erlang's schedulers spin while idle; on a small machine that time belongs to the test.
                Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none"));
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private String log() {
        try (Stream<String> lines = Files.lines(folder.resolve("out"))) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
        } catch (IOException none) {
            return "(no log)";
        }
    }
}
