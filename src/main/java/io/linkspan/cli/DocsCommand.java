package io.linkspan.cli;

import io.linkspan.cli.docs.FlowPage;
import io.linkspan.cli.docs.Samples;
import io.linkspan.flow.FlowFile;
import io.linkspan.flow.WrittenFlow.Example;
import io.linkspan.mapping.MappingResult;
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

/** {@code mapping docs}: a page for each flow. */
@Command(
        name = "docs",
        description = "Write a page for each flow that somebody who reads no YAML can check and sign off.")
final class DocsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", description = "Flow files or folders; mappings by default.")
    private List<Path> named = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the pages go; docs/mappings by default.")
    private Path folder = Path.of("docs", "mappings");

    @Option(names = "--check", description = "Write nothing; exit code 1 when a page is stale.")
    private boolean check;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean wrong = false;
        for (Path path : FlowPaths.find(named)) {
            FlowFile file = OneFlow.read(path, spec.commandLine().getErr());
            wrong |= file == null || (settle(file, out) && check);
        }
        return wrong ? ExitCode.INPUT_IS_WRONG : ExitCode.FINE;
    }

    /** Whether the page was stale. */
    private boolean settle(FlowFile file, PrintWriter out) {
        Path page = folder.resolve(file.name() + ".md");
        String wanted = FlowPage.of(file, new Samples(explained(file)));
        if (wanted.equals(TextFile.readOr(page, ""))) {
            return false;
        }
        out.println((check ? "stale " : "wrote ") + page);
        if (!check) {
            TextFile.write(page, wanted);
        }
        return true;
    }

    private static List<MappingResult> explained(FlowFile file) {
        List<MappingResult> results = new ArrayList<>();
        for (Example example : file.examples()) {
            KnownIds known = new KnownIds(example.references());
            ExampleRun.each(file, example, record -> results.add(file.mapping().explain(record, known)));
        }
        return results;
    }
}
