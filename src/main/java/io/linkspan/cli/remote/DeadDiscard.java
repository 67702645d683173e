package io.linkspan.cli.remote;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code dead discard}. */
@Command(name = "discard", description = "Decide that open letters shall not be delivered.")
final class DeadDiscard extends RemoteCommand {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "Letters' ids.")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private Which which = new Which();

    @Option(names = "--why", required = true, description = "The reason; it is kept with the letters.")
    private String why = "";

    @Override
    JsonNode ask(Service service) {
        ObjectNode order = JsonMapper.shared().createObjectNode();
        order.set("letters", which.selection(ids, false));
        return service.send("POST", "/dead-letters/discard", order.put("reason", why));
    }

    @Override
    String shown(JsonNode answer) {
        return answer.path("discarded").asString() + " discarded\n";
    }
}
