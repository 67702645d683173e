package io.linkspan.sandbox.crm;

import io.linkspan.sandbox.fault.FaultRule;
import io.linkspan.sandbox.fault.Station;
import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The CRM's REST interface. */
final class CrmStation implements Station {
    private static final String TOKEN = "/oauth/token";

    private final Gate gate;
    private final Bucket bucket;
    private final Archive archive;
    private final Desk desk;
    private final Batch batch;
    private final Reading reading;
    private final CrmControl control;

    CrmStation(CrmSettings settings, Gate gate, Bucket bucket, Archive archive, Desk desk, CrmControl control) {
        this.gate = gate;
        this.bucket = bucket;
        this.archive = archive;
        this.desk = desk;
        this.batch =
                new Batch(desk, settings.manners().itemKey(), settings.limits().largestBatch());
        this.reading = new Reading(archive, settings.manners().versionField());
        this.control = control;
    }

    @Override
    public String name(Request request) {
        String path = request.path();
        return request.method() + " "
                + (path.equals(TOKEN) ? path : Route.of(path).name());
    }

    @Override
    public Answer control(Request request) {
        return control.answer(request);
    }

    @Override
    public Answer answer(Request request, @Nullable FaultRule fault) throws InterruptedException {
        if (request.path().equals(TOKEN)) {
            return gate.token(request);
        }
        Optional<Answer> refusal = gate.refusal(request).or(bucket::refusal);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            Answer answer = routed(request, fault);
            archive.flush();
            return bucket.labelled(answer);
        } catch (IllegalArgumentException wrong) {
            return bucket.labelled(Problem.of(400, "malformed", "" + wrong.getMessage()));
        }
    }

    private Answer routed(Request request, @Nullable FaultRule fault) throws InterruptedException {
        Route route = Route.of(request.path());
        Shelf shelf = archive.shelves().get(route.collection());
        if (shelf == null || route.shape() == Route.Shape.NOWHERE) {
            return Problem.of(404, "not-found", "there are /v1/companies and /v1/deals");
        }
        return switch (request.method() + " " + route.shape()) {
            case "GET COLLECTION" -> reading.list(request, shelf);
            case "POST COLLECTION" -> write(request, route, Submission.Way.CREATE, fault);
            case "POST BATCH" -> batch.answer(request, route.collection(), fault);
            case "PUT NAMED" -> write(request, route, Submission.Way.UPSERT, fault);
            case "PUT NUMBERED" -> write(request, route, Submission.Way.REPLACE, fault);
            case "PATCH NAMED" -> write(request, route, Submission.Way.MERGE_NAMED, fault);
            case "PATCH NUMBERED" -> write(request, route, Submission.Way.MERGE, fault);
            case "GET NAMED", "GET NUMBERED" -> found(route, reading::one);
            case "DELETE NAMED", "DELETE NUMBERED" -> found(route, record -> delete(route, record));
            default -> Problem.of(405, "method", request.method() + " is not for " + route.name());
        };
    }

    private Answer write(Request request, Route route, Submission.Way way, @Nullable FaultRule fault)
            throws InterruptedException {
        JsonNode body = Json.body(request.body());
        if (!(body instanceof ObjectNode sent)) {
            return Problem.of(400, "malformed", "the body is one JSON object");
        }
        String key = request.header("idempotency-key").map(CrmStation::unquoted).orElse(null);
        Submission submission = new Submission(route.collection(), way, route.address(), sent, key);
        Receipt receipt = desk.work(List.of(submission), Desk.hold(fault)).getFirst();
        if (!receipt.applied()) {
            return Problem.of(receipt.status(), receipt.flaws());
        }
        ObjectNode answer = Json.MAPPER.createObjectNode().put("id", "" + receipt.id());
        if (!route.address().isEmpty() && route.shape() == Route.Shape.NAMED) {
            answer.put("externalId", route.address());
        }
        answer.put("result", receipt.status() == 201 ? "created" : "updated");
        return Answer.json(receipt.status(), answer.toString())
                .with("Location", "/v1/" + route.collection() + "/id/" + receipt.id());
    }

    /** The header's value is a string in quotes by the draft; most clients leave them out. */
    private static String unquoted(String key) {
        boolean quoted = key.length() > 1 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? key.substring(1, key.length() - 1) : key;
    }

    private Answer found(Route route, Function<Stored, Answer> answer) {
        Stored record = reading.find(route);
        return record == null ? Problem.of(404, "not-found", "there is no such record") : answer.apply(record);
    }

    private Answer delete(Route route, Stored record) {
        archive.delete(route.collection(), record);
        return Answer.empty(204);
    }
}
