package io.linkspan.cli;

import io.linkspan.flow.FlowFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command about one flow file, which is read before anything else is done. */
abstract class OneFlowCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FLOW.yaml", description = "The flow file.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private Path flow;

    /** Does what the command is for and says how it ended. */
    abstract int run(FlowFile file);

    @Override
    public final Integer call() {
        FlowFile file = OneFlow.read(flow, err());
        return file == null ? ExitCode.INPUT_IS_WRONG : run(file);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
