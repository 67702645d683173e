package io.linkspan.cli;

import io.linkspan.flow.Outline;
import io.linkspan.mapping.MappingResult;
import io.linkspan.record.Payload;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which target fields the examples of a flow show with a value, at least once. */
final class Coverage {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> fields;
    private final Set<String> shown = new LinkedHashSet<>();

    Coverage(Outline outline) {
        this.fields = outline.leaves();
    }

    void add(MappingResult result) {
        Payload output = result.output();
        if (output != null && output.format() == Payload.Format.JSON) {
            walk("", JSON.readTree(output.bytes()));
        }
        result.errors().forEach(error -> shown.add(error.field().replaceAll("\\[\\d+]", "[]")));
    }

    private void walk(String path, JsonNode node) {
        if (node.isObject()) {
            node.properties()
                    .forEach(property -> walk(
                            path.isEmpty() ? property.getKey() : path + "." + property.getKey(), property.getValue()));
        } else if (node.isArray()) {
            node.forEach(item -> walk(path + "[]", item));
        }
        if (!node.isNull() && !path.isEmpty()) {
            shown.add(path);
            shown.add(path.replaceAll("(\\[])+$", ""));
        }
    }

    String told() {
        List<String> unseen =
                fields.stream().filter(field -> !shown.contains(field)).toList();
        String tail = unseen.isEmpty() ? "" : "; without a value in any: " + String.join(", ", unseen);
        return (fields.size() - unseen.size()) + " of " + Counted.of(fields.size(), "field") + " shown by examples"
                + tail;
    }
}
