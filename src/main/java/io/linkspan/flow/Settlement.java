package io.linkspan.flow;

import io.linkspan.yaml.Place;
import io.linkspan.yaml.Problem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Settles which version of which file is in force: a broken file leaves its last good version, a name has one holder. */
final class Settlement {
    private final FolderState before;
    private final Map<String, Flow> flows = new HashMap<>();
    private final Map<String, List<Problem>> refused = new HashMap<>();

    Settlement(FolderState before) {
        this.before = before;
    }

    FolderState settle(Map<Path, Reading> present, Set<Path> missing) {
        present.forEach((file, reading) -> {
            if (reading.file() == null) {
                refuse(file.toString(), reading.problems());
            }
        });
        present.values().stream()
                .map(Reading::flow)
                .flatMap(Stream::ofNullable)
                .sorted(Comparator.comparing((Flow flow) -> !heldBefore(flow)).thenComparing(Flow::file))
                .forEach(this::admit);
        missing.forEach(file -> keep(file.toString()));
        return new FolderState(flows, refused);
    }

    private boolean heldBefore(Flow flow) {
        Flow old = before.flows().get(flow.file());
        return old != null && old.name().equals(flow.name());
    }

    private void admit(Flow flow) {
        flows.values().stream()
                .filter(other -> other.name().equals(flow.name()))
                .findFirst()
                .ifPresentOrElse(other -> refuseNameOf(flow, other), () -> flows.put(flow.file(), flow));
    }

    private void refuseNameOf(Flow flow, Flow holder) {
        Problem taken = new Problem(
                Place.startOf(flow.file()),
                Problem.Severity.ERROR,
                "name-taken",
                "flow '" + flow.name() + "' is also in " + holder.file(),
                "give one of them another name");
        refuse(flow.file(), List.of(taken));
    }

    private void refuse(String file, List<Problem> problems) {
        refused.put(file, problems);
        keep(file);
    }

    private void keep(String file) {
        Flow old = before.flows().get(file);
        if (old != null && flows.values().stream().noneMatch(flow -> flow.name().equals(old.name()))) {
            flows.put(file, old);
        }
    }
}
