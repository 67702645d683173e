package io.linkspan.flow;

import io.linkspan.yaml.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is in force at one moment. Never changes; a reload makes the next one.
 *
 * @param flows by file
 * @param refused why a file's present content is not in force, by file
 */
record FolderState(Map<String, Flow> flows, Map<String, List<Problem>> refused) {
    static final FolderState EMPTY = new FolderState(Map.of(), Map.of());

    FolderState {
        flows = Collections.unmodifiableMap(new TreeMap<>(flows));
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    }

    Optional<Flow> named(String name) {
        return flows.values().stream().filter(flow -> flow.name().equals(name)).findFirst();
    }

    Collection<Flow> all() {
        return flows.values();
    }

    /** What a listener must hear to get from the state before to this one. */
    List<FlowChange> since(FolderState before) {
        List<FlowChange> changes = new ArrayList<>();
        before.all().stream()
                .filter(flow -> named(flow.name()).isEmpty())
                .forEach(flow -> changes.add(new FlowChange.Retired(flow)));
        for (Flow flow : all()) {
            Flow old = before.named(flow.name()).orElse(null);
            if (old == null || !old.hash().equals(flow.hash())) {
                changes.add(new FlowChange.InForce(flow, old));
            }
        }
        refused.forEach((file, problems) -> {
            if (!problems.equals(before.refused().get(file))) {
                changes.add(new FlowChange.Refused(file, problems, flows.get(file)));
            }
        });
        return changes;
    }
}
