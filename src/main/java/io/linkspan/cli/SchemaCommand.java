package io.linkspan.cli;

import io.linkspan.flow.FlowSchema;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mapping schema}: the JSON Schema that editors complete and explain flow files with. */
@Command(
        name = "schema",
        description = {
            "Write the JSON Schema of flow files for editors, and name it in the first line of each flow file.",
            "Editors with a YAML language server then complete keys and explain them."
        })
final class SchemaCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "The folder of flow files; mappings by default.")
    private Path folder = FlowPaths.FOLDER;

    @Option(names = "--check", description = "Write nothing; exit code 1 when something is stale.")
    private boolean check;

    private boolean stale;

    @Override
    public Integer call() {
        Path schema = folder.resolve("schema").resolve("flow.schema.json");
        settle(schema, FlowSchema.json());
        for (Path flow : FlowPaths.in(folder)) {
            String text = TextFile.read(flow);
            settle(flow, Modeline.in(text) ? text : Modeline.TEXT + "\n" + text);
        }
        return check && stale ? ExitCode.INPUT_IS_WRONG : ExitCode.FINE;
    }

    private void settle(Path file, String wanted) {
        PrintWriter out = spec.commandLine().getOut();
        if (wanted.equals(TextFile.readOr(file, ""))) {
            return;
        }
        stale = true;
        out.println((check ? "stale " : "wrote ") + file);
        if (!check) {
            TextFile.write(file, wanted);
        }
    }
}
