package io.linkspan.cli.remote;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code dead list}. */
@Command(name = "list", description = "Dead letters, those that died last first.")
final class DeadList extends RemoteCommand {
    @Mixin
    private Which which = new Which();

    @Option(names = "--status", description = "OPEN (default), REPLAYING, DELIVERED, SUPERSEDED, DISCARDED or all.")
    private String status = "OPEN";

    @Option(names = "--limit", description = "How many, 1 to 200; 50 by default.")
    private int limit = 50;

    @Option(names = "--after", paramLabel = "NEXT", description = "Go on behind the page before.")
    private @Nullable String after;

    @Override
    JsonNode ask(Service service) {
        Map<String, @Nullable Object> parameters = which.parameters();
        parameters.put("status", status.equalsIgnoreCase("all") ? null : status);
        parameters.put("limit", limit);
        parameters.put("after", after);
        return service.get("/dead-letters", parameters);
    }

    @Override
    String shown(JsonNode answer) {
        JsonNode letters = answer.path("letters");
        Table table = new Table("ID", "FLOW", "RECORD", "DIED", "TIMES", "STATUS", "REASON", "WHAT IS WRONG");
        for (JsonNode letter : letters) {
            table.row(
                    letter.path("id").asString(),
                    letter.path("flow").asString(),
                    letter.path("key").asString(),
                    Shown.time(letter.path("diedAt")),
                    letter.path("occurrences").asString(),
                    letter.path("status").asString(),
                    letter.path("reason").asString(),
                    letter.path("title").asString());
        }
        String next = answer.path("next").asString("");
        return (letters.isEmpty() ? "" : table.toString())
                + letters.size() + " of " + answer.path("total").asString() + " dead letters"
                + (next.isEmpty() ? "" : "; go on with --after " + next) + "\n";
    }
}
