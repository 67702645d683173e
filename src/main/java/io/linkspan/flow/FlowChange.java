package io.linkspan.flow;

import io.linkspan.yaml.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a file in the folder of flows. */
public sealed interface FlowChange {
    /** A flow is in force from now on; {@code before} is the version it takes over from, or null for a new flow. */
    record InForce(Flow flow, @Nullable Flow before) implements FlowChange {}

    /** A flow's file is gone; nothing more is to be pulled, what is under way ends. */
    record Retired(Flow flow) implements FlowChange {}

    /**
     * A saved file was refused.
     *
     * @param file as it was named
     * @param problems why; errors and warnings
     * @param stillInForce the good version that goes on, or null where there is none
     */
    record Refused(
            String file, List<Problem> problems, @Nullable Flow stillInForce) implements FlowChange {}
}
