package io.linkspan.cli.remote;

import io.linkspan.cli.Ends;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code dead replays}. */
@Command(name = "replays", description = "How far replays are; pause, resume or stop one.")
final class DeadReplays extends RemoteCommand {
    private static final Set<String> TURNS = Set.of("pause", "resume", "stop");

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "One replay; the latest by default.")
    private @Nullable String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "TURN", description = "pause, resume or stop.")
    private @Nullable String turn;

    @Override
    JsonNode ask(Service service) {
        if (id == null) {
            return service.get("/replays", Map.of());
        }
        String path = "/replays/" + Service.encoded(id);
        if (turn == null) {
            return service.get(path, Map.of());
        }
        if (!TURNS.contains(turn)) {
            throw Ends.calledWrongly("a replay can be turned to pause, resume or stop, not to '" + turn + "'");
        }
        return service.send("POST", path + "/" + turn, null);
    }

    @Override
    String shown(JsonNode answer) {
        if (!answer.has("replays")) {
            return Shown.replay(answer);
        }
        StringBuilder text = new StringBuilder();
        answer.path("replays").forEach(replay -> text.append(Shown.replay(replay)));
        return text.isEmpty() ? "nothing was replayed yet\n" : text.toString();
    }
}
