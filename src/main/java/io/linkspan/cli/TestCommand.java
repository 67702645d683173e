package io.linkspan.cli;

import io.linkspan.flow.FlowFile;
import io.linkspan.flow.WrittenFlow.Example;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mapping test}: runs the examples of flow files. */
@Command(name = "test", description = "Run the examples of flow files and show each difference field by field.")
final class TestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", description = "Flow files or folders; mappings by default.")
    private List<Path> named = new ArrayList<>();

    @Option(names = "--update", description = "Write what came out into the files of expectations, after showing it.")
    private boolean update;

    private int passed;
    private int failed;
    private boolean broken;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        for (Path path : FlowPaths.find(named)) {
            FlowFile file = OneFlow.read(path, err);
            broken |= file == null;
            if (file != null) {
                test(file, out);
            }
        }
        out.println(Counted.of(passed, "example") + " passed, " + failed + (update ? " updated" : " failed"));
        return broken || (failed > 0 && !update) ? ExitCode.INPUT_IS_WRONG : ExitCode.FINE;
    }

    private void test(FlowFile file, PrintWriter out) {
        out.println(file.path());
        Coverage coverage = new Coverage(file.outline());
        file.examples().forEach(example -> test(file, example, coverage, out));
        out.println("  " + coverage.told());
    }

    /** What makes one example unreadable leaves the others to be run. */
    private void test(FlowFile file, Example example, Coverage coverage, PrintWriter out) {
        try {
            test(new ExampleRun(file, example), example, coverage, out);
        } catch (Ends unreadable) {
            broken = true;
            failed++;
            out.println("  FAILED  " + example.name());
            out.println("      " + unreadable.getMessage());
        }
    }

    private void test(ExampleRun run, Example example, Coverage coverage, PrintWriter out) {
        run.results().forEach(coverage::add);
        List<String> differences = run.differences();
        if (differences.isEmpty()) {
            passed++;
            out.println("  passed  " + example.name());
            return;
        }
        failed++;
        out.println((update ? "  updated " : "  FAILED  ") + example.name());
        differences.forEach(line -> out.println("      " + line));
        if (update) {
            TextFile.write(example.expect(), run.rewritten());
        }
    }
}
