package io.linkspan.flow;

import io.linkspan.yaml.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The folder of flows cannot be taken into force as it is. The message holds every problem, one a line. */
public final class FlowsRefused extends Exception {
    private final transient List<Problem> problems;

    FlowsRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the files. */
    public List<Problem> problems() {
        return problems;
    }
}
