package io.linkspan.sandbox.crm;

import io.linkspan.sandbox.fault.FaultKind;
import io.linkspan.sandbox.fault.FaultRule;
import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Many upserts in one call: 200 where all went well, else 207, with a result for each in the order of the request. */
final class Batch {
    private final Desk desk;
    private final String itemKey;
    private final int largest;

    Batch(Desk desk, String itemKey, int largest) {
        this.desk = desk;
        this.itemKey = itemKey;
        this.largest = largest;
    }

    Answer answer(Request request, String collection, @Nullable FaultRule fault) throws InterruptedException {
        JsonNode items = items(Json.body(request.body()));
        if (!items.isArray() || items.isEmpty() || items.size() > largest) {
            return Problem.of(400, "bad-batch", "a batch is a list of 1 to " + largest + " records, alone or as items");
        }
        List<Submission> submissions = new ArrayList<>(items.size());
        for (JsonNode item : items) {
            submissions.add(submission(collection, item));
        }
        if (fault != null
                && fault.kind() == FaultKind.WHOLE_BATCH
                && submissions.stream().anyMatch(this::isFlawed)) {
            return Problem.of(422, "batch-refused", "a record of the batch cannot be taken; nothing was applied");
        }
        return told(submissions, desk.work(submissions, Desk.hold(fault)));
    }

    /** A list, or the first list an object holds under whatever name. */
    private static JsonNode items(JsonNode body) {
        return body.isArray()
                ? body
                : body.valueStream().filter(JsonNode::isArray).findFirst().orElse(body);
    }

    private Submission submission(String collection, JsonNode item) {
        ObjectNode sent = item instanceof ObjectNode object ? object : Json.MAPPER.createObjectNode();
        JsonNode key = sent.remove(itemKey);
        String externalId = sent.path("externalId").asString("");
        String given = key == null ? "" : key.asString("");
        return new Submission(collection, Submission.Way.UPSERT, externalId, sent, given.isEmpty() ? null : given);
    }

    private boolean isFlawed(Submission submission) {
        return !desk.flaws(submission).isEmpty();
    }

    private static Answer told(List<Submission> submissions, List<Receipt> receipts) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode results = answer.putArray("results");
        int errors = 0;
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            ObjectNode result = results.addObject();
            result.put("index", i)
                    .put("externalId", submissions.get(i).address())
                    .put("status", receipt.status());
            if (receipt.id() > 0) {
                result.put("id", "" + receipt.id());
            }
            if (!receipt.applied()) {
                errors++;
                Flaw flaw = receipt.flaws().getFirst();
                result.putObject("error")
                        .put("code", flaw.code())
                        .put("field", flaw.field())
                        .put("message", Problem.detail(receipt.flaws()));
            }
        }
        return Answer.json(
                errors == 0 ? 200 : 207, answer.put("numErrors", errors).toString());
    }
}
