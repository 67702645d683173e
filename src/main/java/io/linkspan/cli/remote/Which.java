package io.linkspan.cli.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which letters a command means. */
final class Which {
    @Option(names = "--flow", description = "Those of this flow.")
    private @Nullable String flow;

    @Option(names = "--group", description = "Those with this fingerprint, as 'dead groups' shows it.")
    private @Nullable String group;

    @Option(names = "--reason", description = "MAPPING, REFUSED, EXHAUSTED or UNREADABLE.")
    private @Nullable String reason;

    @Option(names = "--record", paramLabel = "KEY", description = "Those of the record with this key.")
    private @Nullable String record;

    @Option(names = "--correlation", paramLabel = "ID", description = "Those of this journey.")
    private @Nullable String correlation;

    @Option(names = "--since", description = "Those that died then or later: 2026-03-01T08:00:00Z.")
    private @Nullable String since;

    @Option(names = "--until", description = "Those that died before.")
    private @Nullable String until;

    @Option(names = "--text", description = "Those whose detail, title or key holds this text.")
    private @Nullable String text;

    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("flow", flow);
        parameters.put("group", group);
        parameters.put("reason", reason);
        parameters.put("key", record);
        parameters.put("correlationId", correlation);
        parameters.put("since", since);
        parameters.put("until", until);
        parameters.put("text", text);
        return parameters;
    }

    ObjectNode selection(List<String> ids, boolean everything) {
        ObjectNode selection = JsonMapper.shared().createObjectNode();
        parameters().forEach((word, value) -> {
            if (value != null) {
                selection.put(word, value.toString());
            }
        });
        if (!ids.isEmpty()) {
            new ArrayList<>(ids).forEach(selection.withArray("ids")::add);
        }
        return everything ? selection.put("everything", true) : selection;
    }
}
