package io.linkspan.admin.flows;

import io.linkspan.admin.security.Caller;
import io.linkspan.intake.Backfill;
import io.linkspan.intake.Backfills;
import java.time.Instant;
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

/** {@code /api/v1/flows/{flow}/backfills}. */
@RestController
@RequestMapping("/api/v1/flows/{flow}/backfills")
class BackfillsController {
    private final Backfills backfills;

    BackfillsController(Backfills backfills) {
        this.backfills = backfills;
    }

    /**
     * Which stretch is read.
     *
     * @param rate records a second; 200 where nothing is said
     */
    record Order(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer rate) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Backfill begin(@PathVariable String flow, @RequestBody Order order, Authentication key) {
        if (order.from() == null || order.until() == null) {
            throw new IllegalArgumentException("'from' and 'until' are needed, such as 2024-01-01T00:00:00Z");
        }
        int rate = order.rate() == null ? Backfills.ORDINARY_PACE : order.rate();
        return backfills.begin(
                flow, order.from(), order.until(), rate, Caller.of(key).name());
    }

    @GetMapping
    Map<String, List<Backfill>> all(@PathVariable String flow) {
        return Map.of("backfills", backfills.of(flow));
    }

    @GetMapping("/{id}")
    Backfill one(@PathVariable String flow, @PathVariable UUID id) {
        return backfills
                .find(id)
                .filter(found -> found.flow().equals(flow))
                .orElseThrow(() -> new NoSuchThing("backfill " + id + " of flow '" + flow + "'"));
    }

    @PostMapping("/{id}/cancel")
    Backfill cancel(@PathVariable String flow, @PathVariable UUID id, Authentication key) {
        one(flow, id);
        backfills.cancel(id, Caller.of(key).name());
        return one(flow, id);
    }
}
