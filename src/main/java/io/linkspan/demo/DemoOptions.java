package io.linkspan.demo;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./linkspan demo} was asked for. */
@Command(
        name = "linkspan demo",
        description = "Runs a sandbox ERP, a sandbox CRM and the bridge between them in one process, on loopback.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoOptions {
    @Option(names = "--once", description = "Sync once, compare the CRM with the ERP, print a summary and exit 0 or 1.")
    boolean once;

    @Option(names = "--customers", description = "How many customers the ERP holds (default: ${DEFAULT-VALUE}).")
    int customers = 2_000;

    @Option(names = "--no-faults", description = "Let the CRM behave: no 503, no time-outs, no resets.")
    boolean noFaults;

    @Option(
            names = "--data",
            description = "Where everything is kept (default: ${DEFAULT-VALUE}). A second run goes on from there.")
    Path data = Path.of("data");

    @Option(
            names = "--patience",
            description = "With --once: seconds without progress before giving up" + " (default: ${DEFAULT-VALUE}).")
    int patience = 90;
}
