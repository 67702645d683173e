package io.linkspan.bench.measure;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The driver's end of a {@link Worker}. */
public final class WorkerProcess implements AutoCloseable {
    private static final Duration TURN = Duration.ofMillis(150);

    private final String name;
    private final File log;
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;
    private int timesATurn;

    /**
     * Starts a JVM with this one's class path.
     *
     * @param main a class whose {@code main} calls {@link Worker#serve}
     * @param name the contender: the only argument of that {@code main}, and how the log is called
     * @param logs the folder for what the process says beside its answers
     */
    public WorkerProcess(Class<?> main, String name, Path logs) throws IOException {
        this.name = name;
        log = logs.resolve(name + ".log").toFile();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-XX:+UseG1GC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        name)
                .redirectError(log)
                .start();
        commands = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The contender's name. */
    public String name() {
        return name;
    }

    /**
     * The contender's results for all inputs.
     *
     * @param count how many there are
     */
    public List<String> results(int count) throws IOException {
        say(Worker.RESULTS);
        List<String> results = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            results.add(hear());
        }
        return results;
    }

    /** Lets it work until the compiler has done its part, and learns how many records fit in a turn. */
    public void warm() throws IOException {
        say(Worker.WARM);
        timesATurn = Math.max(1, (int) (TURN.toNanos() / Slice.of(hear()).nanos()));
    }

    /** One turn. */
    Slice turn() throws IOException {
        say(Worker.RUN + " " + timesATurn);
        return Slice.of(hear());
    }

    private void say(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
    }

    private String hear() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException(name + " ended; " + log + " says why");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
