package io.linkspan.cli.remote;

import io.linkspan.cli.CommandRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./linkspan dead …}: what an operator does with the dead letters of a running service. */
@Command(
        name = "linkspan dead",
        description = "Look at the dead letters of a running service, mend them, send them again.",
        subcommands = {
            DeadGroups.class,
            DeadList.class,
            DeadShow.class,
            DeadTry.class,
            DeadEdit.class,
            DeadReplay.class,
            DeadReplays.class,
            DeadDiscard.class
        },
        exitCodeListHeading = "%nExit codes: ",
        exitCodeList = {"0:fine", "1:the service refused it", "2:called wrongly, or no service answers"})
public final class DeadCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    DeadCommand() {}

    /** Runs one command on the streams of the process and returns the exit code. */
    public static int execute(String[] args) {
        return CommandRun.onProcess(new DeadCommand(), args);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: " + spec.subcommands().keySet());
    }
}
