package io.linkspan.admin.flows;

import io.linkspan.admin.security.Caller;
import io.linkspan.reconcile.Finding;
import io.linkspan.reconcile.Reconciliation;
import io.linkspan.reconcile.Reconciliations;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/flows/{flow}/reconciliations}. */
@RestController
@RequestMapping("/api/v1/flows/{flow}/reconciliations")
class ReconciliationsController {
    private final Reconciliations reconciliations;

    ReconciliationsController(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    /**
     * What is to be done.
     *
     * @param heal whether what is found is sent again; not where nothing is said
     * @param deleteUpTo how many records may be deleted by absence; null for the flow's own limit
     */
    record Order(@Nullable Boolean heal, @Nullable Integer deleteUpTo) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Reconciliation begin(
            @PathVariable String flow, @RequestBody(required = false) @Nullable Order order, Authentication key) {
        Order asked = order == null ? new Order(false, null) : order;
        return reconciliations.begin(
                flow,
                Boolean.TRUE.equals(asked.heal()),
                asked.deleteUpTo(),
                Caller.of(key).name());
    }

    @GetMapping
    Map<String, List<Reconciliation>> all(@PathVariable String flow) {
        return Map.of("reconciliations", reconciliations.of(flow));
    }

    @GetMapping("/{id}")
    Reconciliation one(@PathVariable String flow, @PathVariable UUID id) {
        return reconciliations
                .find(id)
                .filter(found -> found.flow().equals(flow))
                .orElseThrow(() -> new NoSuchThing("reconciliation " + id + " of flow '" + flow + "'"));
    }

    @GetMapping("/{id}/findings")
    Map<String, List<Finding>> findings(
            @PathVariable String flow,
            @PathVariable UUID id,
            @RequestParam(required = false) Finding.@Nullable Kind kind,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        one(flow, id);
        return Map.of("findings", reconciliations.findings(id, kind, after, limit));
    }
}
