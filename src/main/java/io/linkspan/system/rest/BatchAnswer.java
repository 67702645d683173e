package io.linkspan.system.rest;

import io.linkspan.system.Fault;
import io.linkspan.system.Push;
import io.linkspan.system.Target.Item;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.call.CallKind;
import io.linkspan.system.call.Classifier;
import io.linkspan.system.call.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds what became of each record of a batch. What the answer does not tell is unsure, never taken for good. */
final class BatchAnswer {
    private final Push.Batch batch;
    private final Classifier classifier;

    BatchAnswer(Push.Batch batch, Classifier classifier) {
        this.batch = batch;
        this.classifier = classifier;
    }

    /** One result for each item in the items' order, or nothing where the answer has no results at all. */
    Optional<List<ItemResult>> read(RestAnswer answer, List<Item> items) {
        return JsonPlace.find(answer.json(), batch.items())
                .filter(JsonNode::isArray)
                .map(results -> batch.match() == Push.Match.ORDER ? byOrder(results, items) : byId(results, items));
    }

    private List<ItemResult> byOrder(JsonNode results, List<Item> items) {
        List<ItemResult> read = new ArrayList<>();
        boolean fits = results.size() == items.size();
        for (int i = 0; i < items.size(); i++) {
            read.add(
                    fits
                            ? result(results.get(i))
                            : unsure(
                                    "batch-count",
                                    "the batch's answer has " + results.size() + " results for " + items.size()
                                            + " records, so that none can be told from the other"));
        }
        return read;
    }

    private List<ItemResult> byId(JsonNode results, List<Item> items) {
        String field = batch.matchField() == null ? "id" : batch.matchField();
        Map<String, JsonNode> byId = new HashMap<>();
        results.forEach(result -> JsonPlace.text(result, field).ifPresent(id -> byId.putIfAbsent(id, result)));
        List<ItemResult> read = new ArrayList<>();
        for (Item item : items) {
            String id = new RecordFields(item).text(field);
            JsonNode result = id == null ? null : byId.get(id);
            read.add(
                    result == null
                            ? unsure("batch-item-missing", "the batch's answer does not tell of this record")
                            : result(result));
        }
        return read;
    }

    private static ItemResult unsure(String code, String detail) {
        return new ItemResult.Failed(new Fault.Unsure(code, detail));
    }

    private ItemResult result(JsonNode result) {
        String error = batch.error() == null
                ? ""
                : JsonPlace.text(result, batch.error()).orElse("");
        String status = batch.status() == null
                ? null
                : JsonPlace.text(result, batch.status()).orElse(null);
        if (batch.status() == null) {
            return error.isBlank() ? accepted(result) : failed("error", error, result);
        }
        if (status == null) {
            return unsure("batch-status-missing", "the batch's answer has no " + batch.status() + " for this record");
        }
        return isGood(status) ? accepted(result) : failed(status, error, result);
    }

    private boolean isGood(String status) {
        return batch.good().isEmpty()
                ? status.equalsIgnoreCase("true") || status.matches("2\\d\\d")
                : batch.good().contains(status);
    }

    private ItemResult accepted(JsonNode result) {
        String id =
                batch.id() == null ? null : JsonPlace.text(result, batch.id()).orElse(null);
        return new ItemResult.Accepted(id);
    }

    private ItemResult failed(String status, String error, JsonNode result) {
        boolean http = status.matches("[3-5]\\d\\d");
        Told told = new Told(
                http ? Integer.parseInt(status) : 0,
                http ? List.of() : List.of(status),
                error.isBlank() ? "refused with status " + status : error,
                field(result),
                result.toString());
        return new ItemResult.Failed(classifier.item(told, CallKind.CHANGE));
    }

    private static @Nullable String field(JsonNode result) {
        return JsonPlace.text(result, "error/field")
                .or(() -> JsonPlace.text(result, "errors/0/fields/0"))
                .or(() -> JsonPlace.text(result, "field"))
                .orElse(null);
    }
}
