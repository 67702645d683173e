package io.linkspan.cli.remote;

import io.linkspan.cli.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** A command that asks a running service once and shows its answer. */
abstract class RemoteCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Override
    public final Integer call() {
        JsonNode answer = ask(remote.service());
        PrintWriter out = spec.commandLine().getOut();
        if (remote.json()) {
            out.println(answer.toPrettyString());
        } else {
            out.print(shown(answer));
        }
        return exitCode(answer);
    }

    /** Asks the service. */
    abstract JsonNode ask(Service service);

    /** The answer for a person, with its last line ended. */
    abstract String shown(JsonNode answer);

    /** What the shell is told of an answer. */
    int exitCode(JsonNode answer) {
        return ExitCode.FINE;
    }
}
