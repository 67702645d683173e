package io.linkspan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
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
            InitCommand.class
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
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int code = run(args, out, err);
        out.flush();
        err.flush();
        return code;
    }

    static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new MappingCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, failed, parsed) -> tell(failure, failed));
        explainThemselves(line);
        return line.execute(args);
    }

    private static void explainThemselves(CommandLine line) {
        line.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
        line.getSubcommands().values().forEach(MappingCommand::explainThemselves);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: " + spec.subcommands().keySet());
    }

    private static int tell(Exception failure, CommandLine failed) {
        if (failure instanceof Ends end) {
            failed.getErr().println("linkspan: " + end.getMessage());
            return end.exitCode();
        }
        StackTraceElement[] frames = failure.getStackTrace();
        failed.getErr()
                .println("linkspan: this should not have happened, please report it: " + failure
                        + (frames.length == 0 ? "" : " at " + frames[0]));
        return ExitCode.INPUT_IS_WRONG;
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
    }
}
