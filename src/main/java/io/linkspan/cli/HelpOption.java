package io.linkspan.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
final class HelpOption {
    @SuppressWarnings("UnusedVariable") // read by picocli
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show how this is called.")
    private boolean wanted;
}
