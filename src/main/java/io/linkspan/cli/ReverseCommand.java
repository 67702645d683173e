package io.linkspan.cli;

import io.linkspan.cli.back.BackDraft;
import io.linkspan.cli.back.Reversal;
import io.linkspan.cli.back.Reversal.NotBack;
import io.linkspan.cli.back.RoundTrip;
import io.linkspan.flow.FlowFile;
import io.linkspan.flow.WrittenFlow.Example;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mapping reverse}: the way back of a flow. */
@Command(
        name = "reverse",
        description = {
            "Write the mapping for the way back of a flow, as far as its fields can be turned round.",
            "What does not come back is told on standard error, and the flow's examples are taken there and back."
        })
final class ReverseCommand extends OneFlowCommand {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write, - for standard output; NAME-back.yaml beside the flow file by default.")
    private @Nullable String out;

    @Override
    int run(FlowFile file) {
        PrintWriter err = err();
        Reversal reversal = Reversal.of(file);
        BackDraft draft = new BackDraft(file, reversal);
        reversal.notes().forEach(note -> err.println(told(note)));
        if (draft.isEmpty()) {
            throw Ends.inputIsWrong("no field of '" + file.path() + "' can be turned round");
        }
        String name = file.name() + "-back";
        String text = draft.text(name);
        if ("-".equals(out)) {
            out().print(text);
            return ExitCode.FINE;
        }
        Path target = out == null ? file.path().resolveSibling(name + ".yaml") : Path.of(out);
        if (Files.exists(target)) {
            throw Ends.calledWrongly("'" + target + "' is there already; name another file by --out");
        }
        TextFile.write(target, text);
        out().println("wrote " + target);
        return proven(file, target);
    }

    private static String told(NotBack note) {
        return note.place() + " " + note.field() + ": "
                + (note.whole() ? "not turned round: " + note.reason() : "does not come back: " + note.reason());
    }

    /** Takes the examples there and back. */
    private int proven(FlowFile file, Path target) {
        PrintWriter err = err();
        FlowFile back = OneFlow.read(target, err);
        if (back == null) {
            return ExitCode.INPUT_IS_WRONG;
        }
        RoundTrip trip = new RoundTrip(file.mapping(), back.mapping());
        List<String> differences = new ArrayList<>();
        long records = 0;
        for (Example example : file.examples()) {
            KnownIds known = new KnownIds(example.references());
            records += ExampleRun.each(
                    file,
                    example,
                    record -> trip.of(record, known).map(TripDifference::of).ifPresent(differences::addAll));
        }
        if (records > 0) {
            differences.stream().distinct().forEach(line -> err.println("  there and back: " + line));
            err.println(Counted.of(records, "example record") + " taken there and back, "
                    + Counted.of(differences.stream().distinct().count(), "difference"));
        }
        return ExitCode.FINE;
    }
}
