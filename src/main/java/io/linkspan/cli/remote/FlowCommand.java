package io.linkspan.cli.remote;

import io.linkspan.cli.CommandRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./linkspan flow …}: what the pulls of a running service do, pausing and resuming them. */
@Command(
        name = "linkspan flow",
        description = "Look at the flows of a running service, pause and resume their pulls.",
        subcommands = {FlowCommand.All.class, FlowCommand.Pause.class, FlowCommand.Resume.class},
        exitCodeListHeading = "%nExit codes: ",
        exitCodeList = {"0:fine", "1:the service refused it", "2:called wrongly, or no service answers"})
public final class FlowCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    FlowCommand() {}

    /** Runs one command on the streams of the process and returns the exit code. */
    public static int execute(String[] args) {
        return CommandRun.onProcess(new FlowCommand(), args);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: " + spec.subcommands().keySet());
    }

    private static String line(JsonNode flow) {
        String why = flow.path("why").asString("");
        return flow.path("flow").asString() + ": " + flow.path("state").asString() + (why.isEmpty() ? "" : ": " + why)
                + "\n";
    }

    /** {@code flow list}. */
    @Command(name = "list", description = "The flows in force and what their pulls do.")
    static final class All extends RemoteCommand {
        @Override
        JsonNode ask(Service service) {
            return service.get("/flows", java.util.Map.of());
        }

        @Override
        String shown(JsonNode answer) {
            Table table = new Table("FLOW", "FROM", "TO", "STATE", "WHY");
            for (JsonNode flow : answer.path("flows")) {
                table.row(
                        flow.path("flow").asString(),
                        flow.path("from").asString(),
                        flow.path("to").asString(),
                        flow.path("state").asString(),
                        flow.path("why").asString(""));
            }
            return table.toString();
        }
    }

    /** {@code flow pause}. */
    @Command(name = "pause", description = "Hold a flow's pull at every replica, until it is resumed.")
    static final class Pause extends RemoteCommand {
        @Parameters(paramLabel = "FLOW", description = "The flow's name.")
        private String flow = "";

        @Option(names = "--why", description = "The reason; it is shown to others.")
        private String why = "";

        @Override
        JsonNode ask(Service service) {
            return service.send(
                    "POST",
                    "/flows/" + Service.encoded(flow) + "/pause",
                    JsonMapper.shared().createObjectNode().put("reason", why));
        }

        @Override
        String shown(JsonNode answer) {
            return line(answer);
        }
    }

    /** {@code flow resume}. */
    @Command(name = "resume", description = "Let a flow go on that was paused, or that stopped itself.")
    static final class Resume extends RemoteCommand {
        @Parameters(paramLabel = "FLOW", description = "The flow's name.")
        private String flow = "";

        @Override
        JsonNode ask(Service service) {
            return service.send("POST", "/flows/" + Service.encoded(flow) + "/resume", null);
        }

        @Override
        String shown(JsonNode answer) {
            return line(answer);
        }
    }
}
