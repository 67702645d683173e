package io.linkspan.cli.remote;

import io.linkspan.cli.CommandRun;
import io.linkspan.cli.Ends;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./linkspan backfill FLOW --from … --until …}. */
@Command(
        name = "linkspan backfill",
        description = "Read a stretch of a flow's past once more, beside its live pull.",
        exitCodeListHeading = "%nExit codes: ",
        exitCodeList = {"0:begun", "1:the service refused it", "2:called wrongly, or no service answers"})
public final class BackfillCommand extends RemoteCommand {
    @Parameters(paramLabel = "FLOW", description = "The flow's name.")
    private String flow = "";

    @Option(names = "--from", required = true, description = "The earliest change: 2024-01-01 or 2024-01-01T08:00:00Z.")
    private String from = "";

    @Option(names = "--until", required = true, description = "The latest change, written in the same way.")
    private String until = "";

    @Option(names = "--rate", description = "Most records a second; 200 by default.")
    private int rate = 200;

    BackfillCommand() {}

    /** Runs the command on the streams of the process and returns the exit code. */
    public static int execute(String[] args) {
        return CommandRun.onProcess(new BackfillCommand(), args);
    }

    @Override
    JsonNode ask(Service service) {
        return service.send(
                "POST",
                "/flows/" + Service.encoded(flow) + "/backfills",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("from", moment(from).toString())
                        .put("until", moment(until).toString())
                        .put("rate", rate));
    }

    private static Instant moment(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw Ends.calledWrongly("'" + text + "' is no moment: write 2024-01-01 or 2024-01-01T08:00:00Z");
        }
    }

    @Override
    String shown(JsonNode answer) {
        return "backfill " + answer.path("id").asString() + " begun\n";
    }
}
