package io.linkspan.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./linkspan mapping …}: everything a mapping developer does with flow files, without starting the service. */
@Command(
        name = "linkspan mapping",
        description = "Try, check, document and start flow files.",
        subcommands = {
            RunCommand.class,
            LintCommand.class,
            TestCommand.class,
            DocsCommand.class,
            SchemaCommand.class,
            InitCommand.class,
            ReverseCommand.class
        },
        exitCodeListHeading = "%nExit codes: ",
        exitCodeList = {"0:fine", "1:the input is wrong", "2:called wrongly"})
public final class MappingCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    MappingCommand() {}

    /**
     * Runs one command on the streams of the process.
     *
     * @param args what stands behind {@code mapping}
     * @return the exit code
     */
    public static int execute(String[] args) {
        return CommandRun.onProcess(new MappingCommand(), args);
    }

    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return CommandRun.on(new MappingCommand(), args, out, err);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: " + spec.subcommands().keySet());
    }
}
