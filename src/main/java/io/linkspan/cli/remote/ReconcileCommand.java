package io.linkspan.cli.remote;

import io.linkspan.cli.CommandRun;
import io.linkspan.cli.Ends;
import io.linkspan.cli.ExitCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./linkspan reconcile FLOW [--heal]}: waits until it is over and tells what was found. */
@Command(
        name = "linkspan reconcile",
        description = "Compare what source, ledger and target of a flow hold, and send again what is wrong.",
        exitCodeListHeading = "%nExit codes: ",
        exitCodeList = {
            "0:nothing is wrong, or all of it was sent again",
            "1:something is wrong and was left",
            "2:called wrongly, or no service answers"
        })
public final class ReconcileCommand extends RemoteCommand {
    private static final int SHOWN = 20;
    private static final long LOOK_MILLIS = 300;

    @Parameters(paramLabel = "FLOW", description = "The flow's name.")
    private String flow = "";

    @Option(
            names = "--heal",
            description = "Send again what is missing or different; delete what the flow says is gone.")
    private boolean heal;

    @Option(
            names = "--delete-up-to",
            paramLabel = "N",
            description = "With --heal: how many records may be deleted, instead of the flow's own limit.")
    private @Nullable Integer deleteUpTo;

    private JsonNode findings = JsonMapper.shared().createArrayNode();

    ReconcileCommand() {}

    /** Runs the command on the streams of the process and returns the exit code. */
    public static int execute(String[] args) {
        return CommandRun.onProcess(new ReconcileCommand(), args);
    }

    @Override
    JsonNode ask(Service service) {
        String base = "/flows/" + Service.encoded(flow) + "/reconciliations";
        ObjectNode order = JsonMapper.shared().createObjectNode().put("heal", heal);
        if (deleteUpTo != null) {
            order.put("deleteUpTo", deleteUpTo);
        }
        String run = base + "/" + service.send("POST", base, order).path("id").asString();
        JsonNode now = service.get(run, Map.of());
        while (now.path("endedAt").isMissingNode() || now.path("endedAt").isNull()) {
            pause();
            now = service.get(run, Map.of());
        }
        findings = service.get(run + "/findings", Map.of("limit", SHOWN)).path("findings");
        return now;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Ends.calledWrongly("interrupted; the reconciliation goes on without you");
        }
    }

    @Override
    String shown(JsonNode answer) {
        JsonNode counts = answer.path("counts");
        StringBuilder text = new StringBuilder();
        String target = counts.path("target").asLong() < 0
                ? "not listed"
                : counts.path("target").asString();
        text.append("source ").append(counts.path("source").asString());
        text.append(", ledger ")
                .append(counts.path("ledger").asString())
                .append(", target ")
                .append(target)
                .append('\n');
        for (String kind : new String[] {"missing", "different", "gone", "foreign", "healed"}) {
            text.append(kind).append(' ').append(counts.path(kind).asString()).append('\n');
        }
        Table table = new Table("KIND", "KEY", "SENT AGAIN", "DETAIL");
        for (JsonNode one : findings) {
            table.row(
                    one.path("kind").asString(),
                    one.path("key").asString(),
                    one.path("healed").asBoolean() ? "yes" : "no",
                    one.path("detail").asString());
        }
        text.append(findings.isEmpty() ? "" : table.toString());
        String why = answer.path("why").asString("");
        return text.append(why.isEmpty() ? "" : why + "\n").toString();
    }

    @Override
    int exitCode(JsonNode answer) {
        boolean done = answer.path("status").asString().equals("DONE");
        return done && answer.path("counts").path("open").asLong() == 0 ? ExitCode.FINE : ExitCode.INPUT_IS_WRONG;
    }
}
