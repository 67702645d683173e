package io.linkspan.cli.remote;

import io.linkspan.cli.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code dead replay}. */
@Command(name = "replay", description = "Send open letters again: those named, a group, or whatever the options say.")
final class DeadReplay extends RemoteCommand {
    private static final Set<String> OVER = Set.of("FINISHED", "STOPPED", "PAUSED");
    private static final long LOOK_MILLIS = 500;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Letters' ids.")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private Which which = new Which();

    @Option(names = "--all", description = "Every open letter.")
    private boolean everything;

    @Option(names = "--rate", description = "Most records a second, 1 to 1000; 20 by default.")
    private int rate = 20;

    @Option(names = "--canary", description = "So many first; the others follow when these end well.")
    private int canary;

    @Option(names = "--stop-at", description = "Pause above this share of failures, 0 to 1; 0.2 by default.")
    private double stopAt = 0.2;

    @Option(names = "--why", description = "For those who read it later.")
    private String why = "";

    @Option(names = "--wait", description = "Wait until it is over or paused; exit code 1 when a letter died again.")
    private boolean wait;

    @Override
    JsonNode ask(Service service) {
        ObjectNode order = JsonMapper.shared().createObjectNode();
        order.set("letters", which.selection(ids, everything));
        order.put("rate", rate).put("canary", canary).put("stopAt", stopAt).put("reason", why);
        JsonNode replay = service.send("POST", "/replays", order);
        while (wait && !OVER.contains(replay.path("status").asString()) && pause()) {
            replay = service.get("/replays/" + replay.path("id").asString(), java.util.Map.of());
        }
        return replay;
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    String shown(JsonNode answer) {
        return Shown.replay(answer);
    }

    @Override
    int exitCode(JsonNode answer) {
        return answer.path("counts").path("dead").asInt() == 0 ? ExitCode.FINE : ExitCode.INPUT_IS_WRONG;
    }
}
