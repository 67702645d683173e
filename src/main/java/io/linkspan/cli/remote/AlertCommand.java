package io.linkspan.cli.remote;

import io.linkspan.cli.CommandRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./linkspan alert …}. */
@Command(
        name = "linkspan alert",
        description = "Try whether alerts of a running service arrive.",
        subcommands = AlertTry.class,
        exitCodeListHeading = "%nExit codes: ",
        exitCodeList = {"0:fine", "1:a channel did not take it", "2:called wrongly, or no service answers"})
public final class AlertCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    AlertCommand() {}

    /** Runs one command on the streams of the process and returns the exit code. */
    public static int execute(String[] args) {
        return CommandRun.onProcess(new AlertCommand(), args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: test");
    }
}
