package io.linkspan.cli.remote;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code dead groups}. */
@Command(name = "groups", description = "Open dead letters by what is wrong, the largest group first.")
final class DeadGroups extends RemoteCommand {
    @Mixin
    private Which which = new Which();

    @Override
    JsonNode ask(Service service) {
        Map<String, @Nullable Object> parameters = which.parameters();
        parameters.put("status", "OPEN");
        return service.get("/dead-letters/groups", parameters);
    }

    @Override
    String shown(JsonNode answer) {
        if (answer.path("groups").isEmpty()) {
            return "no dead letter is open\n";
        }
        Table table = new Table("GROUP", "FLOW", "LETTERS", "LAST", "REASON", "WHAT IS WRONG");
        for (JsonNode group : answer.path("groups")) {
            table.row(
                    group.path("fingerprint").asString(),
                    group.path("flow").asString(),
                    group.path("letters").asString(),
                    Shown.time(group.path("last")),
                    group.path("reason").asString(),
                    group.path("title").asString());
        }
        return table.toString();
    }
}
