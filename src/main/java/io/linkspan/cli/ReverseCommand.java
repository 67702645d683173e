package io.linkspan.cli;

import io.linkspan.cli.back.BackDraft;
import io.linkspan.cli.back.Reversal;
import io.linkspan.cli.back.Reversal.NotBack;
import io.linkspan.cli.back.RoundTrip;
import io.linkspan.flow.FlowFile;
import io.linkspan.flow.FlowFile.Example;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mapping reverse}: the way back of a flow. */
@Command(
        name = "reverse",
        description = {
            "Write the mapping for the way back of a flow, as far as its fields can be turned round.",
            "What does not come back is told on standard error, and the flow's examples are taken there and back."
        })
final class ReverseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FLOW.yaml", description = "The flow file.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private Path flow;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write, - for standard output; NAME-back.yaml beside the flow file by default.")
    private @Nullable String out;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        FlowFile file = OneFlow.read(flow, err);
        if (file == null) {
            return ExitCode.INPUT_IS_WRONG;
        }
        Reversal reversal = Reversal.of(file);
        BackDraft draft = new BackDraft(file, reversal);
        reversal.notes().forEach(note -> err.println(told(note)));
        if (draft.isEmpty()) {
            throw Ends.inputIsWrong("no field of '" + flow + "' can be turned round");
        }
        String name = file.name() + "-back";
        String text = draft.text(name);
        if ("-".equals(out)) {
            spec.commandLine().getOut().print(text);
            return ExitCode.FINE;
        }
        Path target = out == null ? flow.resolveSibling(name + ".yaml") : Path.of(out);
        if (Files.exists(target)) {
            throw Ends.calledWrongly("'" + target + "' is there already; name another file by --out");
        }
        TextFile.write(target, text);
        spec.commandLine().getOut().println("wrote " + target);
        return proven(file, target, err);
    }

    private static String told(NotBack note) {
        return note.place() + " " + note.field() + ": "
                + (note.whole() ? "not turned round: " + note.reason() : "does not come back: " + note.reason());
    }

    /** Takes the examples there and back. */
    private Integer proven(FlowFile file, Path target, PrintWriter err) {
        FlowFile back = OneFlow.read(target, err);
        if (back == null) {
            return ExitCode.INPUT_IS_WRONG;
        }
        RoundTrip trip = new RoundTrip(file.mapping(), back.mapping());
        List<String> differences = new ArrayList<>();
        long records = 0;
        for (Example example : file.examples()) {
            KnownIds known = new KnownIds(example.references());
            records += new RecordFile(example.given())
                    .each(
                            ExampleRun.whereIn(file, example),
                            record -> trip.of(record, known)
                                    .map(TripDifference::of)
                                    .ifPresent(differences::addAll));
        }
        if (records > 0) {
            differences.stream().distinct().forEach(line -> err.println("  there and back: " + line));
            err.println(Counted.of(records, "example record") + " taken there and back, "
                    + Counted.of(differences.stream().distinct().count(), "difference"));
        }
        return ExitCode.FINE;
    }
}
