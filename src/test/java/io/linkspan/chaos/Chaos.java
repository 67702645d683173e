package io.linkspan.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./linkspan test chaos}. Exits 0 where nothing was lost, doubled or inverted, 1 where something was. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Kills, cuts and breaks everything while records flow, and checks every one of them at the end.")
public final class Chaos implements Callable<Integer> {
    @Option(names = "--seed", defaultValue = "1", description = "the plan, the data and the dice (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--records", defaultValue = "20000", description = "states of records to move (${DEFAULT-VALUE})")
    private int records;

    @Option(names = "--faults", defaultValue = "200", description = "faults at least (${DEFAULT-VALUE})")
    private int faults;

    @Option(names = "--minutes", defaultValue = "7", description = "how long faults are played (${DEFAULT-VALUE})")
    private double minutes;

    @Option(names = "--app", defaultValue = "target/app/linkspan.jar", description = "the program (${DEFAULT-VALUE})")
    private Path app = Path.of("");

    @Option(
            names = "--out",
            defaultValue = "target/chaos",
            description = "where reports and logs go (${DEFAULT-VALUE})")
    private Path out = Path.of("");

    private Chaos() {}

    /** Runs the suite. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Chaos()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Duration storm = Duration.ofMillis((long) (minutes * 60_000));
        Run run =
                new Run(new Run.Order(seed, records, faults, storm, app.toAbsolutePath(), out.resolve("seed-" + seed)));
        Report report = run.play();
        System.out.println(report.summary());
        return report.good() ? 0 : 1;
    }
}
