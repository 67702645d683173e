package io.linkspan.admin.letters;

import io.linkspan.admin.security.Caller;
import io.linkspan.deadletter.Replay;
import io.linkspan.deadletter.ReplayOrder;
import io.linkspan.deadletter.Replays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/replays}. */
@RestController
@RequestMapping("/api/v1/replays")
class ReplaysController {
    private static final int LATEST = 50;

    private final Replays replays;

    ReplaysController(Replays replays) {
        this.replays = replays;
    }

    /**
     * What is to be sent again and how.
     *
     * @param rate records a second, 1 to 1000; 20 where nothing is said
     * @param canary how many go first; 0 where nothing is said
     * @param stopAt the share of failures above which it pauses, 0 to 1; 0.2 where nothing is said
     */
    record Order(
            @Nullable Map<String, Object> letters,
            @Nullable String reason,
            @Nullable Integer rate,
            @Nullable Integer canary,
            @Nullable Double stopAt) {
        private static final int RATE = 20;
        private static final double STOP_AT = 0.2;

        ReplayOrder by(String name) {
            return new ReplayOrder(
                    Wanted.selection(letters),
                    reason == null ? "" : reason,
                    name,
                    rate == null ? RATE : rate,
                    canary == null ? 0 : canary,
                    stopAt == null ? STOP_AT : stopAt);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReplayView start(@RequestBody Order order, Authentication key) {
        return ReplayView.of(replays.start(order.by(Caller.of(key).name())));
    }

    @GetMapping
    Map<String, List<ReplayView>> latest() {
        return Map.of(
                "replays", replays.latest(LATEST).stream().map(ReplayView::of).toList());
    }

    @GetMapping("/{id}")
    ReplayView one(@PathVariable UUID id) {
        return ReplayView.of(replays.get(id));
    }

    @PostMapping("/{id}/pause")
    ReplayView pause(@PathVariable UUID id, Authentication key) {
        return ReplayView.of(replays.pause(id, "paused by " + Caller.of(key).name()));
    }

    @PostMapping("/{id}/resume")
    ReplayView resume(@PathVariable UUID id) {
        return ReplayView.of(replays.resume(id));
    }

    @PostMapping("/{id}/stop")
    ReplayView stop(@PathVariable UUID id, Authentication key) {
        return ReplayView.of(replays.stop(id, "stopped by " + Caller.of(key).name()));
    }

    /** A replay as the API shows it. */
    record ReplayView(
            UUID id,
            String status,
            String cause,
            String reason,
            String by,
            java.time.Instant at,
            int rate,
            int canary,
            double stopAt,
            int total,
            Replay.Counts counts) {
        static ReplayView of(Replay replay) {
            return new ReplayView(
                    replay.id(),
                    replay.status().name(),
                    replay.cause(),
                    replay.reason(),
                    replay.by(),
                    replay.at(),
                    replay.aSecond(),
                    replay.canary(),
                    replay.stopAt(),
                    replay.counts().total(),
                    replay.counts());
        }
    }
}
