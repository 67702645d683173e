package io.linkspan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a command and its subcommands the same way everywhere: help, one message for a person, the exit code. */
public final class CommandRun {
    private CommandRun() {}

    /** On the streams of the process; returns the exit code. */
    public static int onProcess(Object command, String[] args) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int code = on(command, args, out, err);
        out.flush();
        err.flush();
        return code;
    }

    /** On any streams; returns the exit code. */
    public static int on(Object command, String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, failed, parsed) -> tell(failure, failed));
        explainThemselves(line);
        return line.execute(args);
    }

    private static void explainThemselves(CommandLine line) {
        line.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
        line.getSubcommands().values().forEach(CommandRun::explainThemselves);
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
