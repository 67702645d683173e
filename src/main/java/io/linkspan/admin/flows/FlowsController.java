package io.linkspan.admin.flows;

import io.linkspan.admin.security.Caller;
import io.linkspan.flow.Flow;
import io.linkspan.flow.FlowRegistry;
import io.linkspan.intake.PullHold;
import io.linkspan.intake.PullState;
import io.linkspan.intake.Pulls;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/flows}: the flows in force and their pulls. */
@RestController
@RequestMapping("/api/v1/flows")
class FlowsController {
    private final FlowRegistry flows;
    private final Pulls pulls;

    FlowsController(FlowRegistry flows, Pulls pulls) {
        this.flows = flows;
        this.pulls = pulls;
    }

    /** Why a flow is paused. */
    record Pause(@Nullable String reason) {}

    @GetMapping
    Map<String, List<FlowView>> all() {
        return Map.of(
                "flows",
                flows.flows().stream()
                        .sorted(Comparator.comparing(Flow::name))
                        .map(this::view)
                        .toList());
    }

    @GetMapping("/{flow}")
    FlowView one(@PathVariable String flow) {
        return view(known(flow));
    }

    @PostMapping("/{flow}/pause")
    FlowView pause(@PathVariable String flow, @RequestBody(required = false) @Nullable Pause why, Authentication key) {
        Flow known = known(flow);
        String reason = why == null || why.reason() == null ? "" : why.reason();
        pulls.pause(flow, reason, Caller.of(key).name());
        return view(known);
    }

    @PostMapping("/{flow}/resume")
    FlowView resume(@PathVariable String flow) {
        Flow known = known(flow);
        pulls.resume(flow);
        return view(known);
    }

    private Flow known(String name) {
        return flows.flow(name).orElseThrow(() -> new NoSuchThing("flow '" + name + "' in force"));
    }

    private FlowView view(Flow flow) {
        PullHold hold = pulls.hold(flow.name()).orElse(null);
        return FlowView.of(flow, pulls.states().get(flow.name()), hold);
    }

    /**
     * A flow as the API shows it.
     *
     * @param state what its pull is doing: RESTING, READING, WAITING, TROUBLED, PAUSED or STOPPED
     * @param why what is in its way; empty where nothing is
     * @param heldBy who paused it; null where nobody did
     * @param heldSince since when it is paused or stopped
     */
    record FlowView(
            String flow,
            String description,
            String from,
            String to,
            String state,
            String why,
            @Nullable String heldBy,
            @Nullable Instant heldSince) {
        static FlowView of(Flow flow, @Nullable PullState state, @Nullable PullHold hold) {
            String why = hold == null ? why(state) : hold.why();
            return new FlowView(
                    flow.name(),
                    flow.description(),
                    flow.from().system(),
                    flow.to().system(),
                    hold == null ? word(state) : hold.cause().name(),
                    why,
                    hold == null ? null : hold.by(),
                    hold == null ? null : hold.since());
        }

        private static String word(@Nullable PullState state) {
            return switch (state) {
                case PullState.Reading reading -> "READING";
                case PullState.Waiting waiting -> "WAITING";
                case PullState.Troubled troubled -> "TROUBLED";
                // It was resumed just now, and its loop has not looked yet.
                case PullState.Held held -> "RESTING";
                case PullState.Resting resting -> "RESTING";
                case null -> "RESTING";
            };
        }

        private static String why(@Nullable PullState state) {
            return switch (state) {
                case PullState.Waiting waiting -> waiting.why();
                case PullState.Troubled troubled -> troubled.why();
                case null, default -> "";
            };
        }
    }
}
