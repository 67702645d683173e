package io.linkspan.cli;

import io.linkspan.cli.lint.FlowChecks;
import io.linkspan.flow.FlowReader;
import io.linkspan.flow.WrittenFlow;
import io.linkspan.yaml.Problem;
import io.linkspan.yaml.Problem.Severity;
import io.linkspan.yaml.Problems;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mapping lint}: every problem of every file at once. */
@Command(name = "lint", description = "Check flow files and tell every problem at once, with its place and its mend.")
final class LintCommand implements Callable<Integer> {
    /** How problems are printed. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", description = "Flow files or folders; mappings by default.")
    private List<Path> named = new ArrayList<>();

    @Option(names = "--strict", description = "Take warnings for errors.")
    private boolean strict;

    @Option(names = "--format", paramLabel = "text|json", description = "How to print; text by default.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        List<Path> files = FlowPaths.find(named);
        Problems problems = new Problems();
        List<WrittenFlow> read = new ArrayList<>();
        for (Path file : files) {
            WrittenFlow flow = FlowReader.anySystem().readAnyhow(file, problems);
            if (flow != null) {
                read.add(flow);
                FlowChecks.check(flow, problems);
            }
        }
        SameNames.refuse(read, problems);
        List<Problem> found = problems.list().stream()
                .map(problem -> strict ? problem.asError() : problem)
                .toList();
        print(files.size(), found);
        boolean good = found.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        return good ? ExitCode.FINE : ExitCode.INPUT_IS_WRONG;
    }

    private void print(int files, List<Problem> found) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            ProblemJson.print(found, out);
            return;
        }
        found.forEach(out::println);
        long errors = found.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        spec.commandLine()
                .getErr()
                .println(Counted.of(files, "file") + ", " + Counted.of(errors, "error") + ", "
                        + Counted.of(found.size() - errors, "warning"));
    }
}
