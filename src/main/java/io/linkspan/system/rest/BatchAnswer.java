package io.linkspan.system.rest;

import io.linkspan.system.Fault;
import io.linkspan.system.Push;
import io.linkspan.system.Target.Item;
import io.linkspan.system.Target.ItemResult;
import io.linkspan.system.call.CallKind;
import io.linkspan.system.call.Classifier;
import io.linkspan.system.call.Told;
import io.linkspan.system.settings.FaultClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

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
        Optional<JsonNode> results = list(answer, batch.items());
        Optional<JsonNode> errors = batch.errors() == null
                ? Optional.empty()
                : list(answer, batch.errors().items());
        if (results.isEmpty() && errors.isEmpty()) {
            return Optional.empty();
        }
        JsonNode told = results.orElseGet(MissingNode::getInstance);
        return Optional.of(
                batch.match() == Push.Match.ORDER
                        ? byOrder(told, items)
                        : byName(told, errors.orElseGet(MissingNode::getInstance), items));
    }

    private static Optional<JsonNode> list(RestAnswer answer, String place) {
        return JsonPlace.find(answer.json(), place).filter(JsonNode::isArray);
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

    private List<ItemResult> byName(JsonNode results, JsonNode errors, List<Item> items) {
        String field = batch.matchField() == null ? "id" : batch.matchField();
        Map<String, List<ItemResult>> byName = new HashMap<>();
        results.forEach(result -> names(result, field).forEach(name -> add(byName, name, result(result))));
        Push.Errors apart = batch.errors();
        if (apart != null) {
            errors.forEach(error ->
                    names(error, apart.match()).forEach(name -> add(byName, name, error(apart, error))));
        }
        return items.stream()
                .map(item -> only(byName.getOrDefault(name(item, field), List.of())))
                .toList();
    }

    private static void add(Map<String, List<ItemResult>> byName, String name, ItemResult result) {
        byName.computeIfAbsent(name, first -> new ArrayList<>(1)).add(result);
    }

    private String name(Item item, String field) {
        String name =
                batch.match() == Push.Match.TRACE ? item.idempotencyKey().value() : new RecordFields(item).text(field);
        return name == null ? "" : name;
    }

    /** The value at a place, or each value of the list there. */
    private static List<String> names(JsonNode node, String place) {
        List<String> names = new ArrayList<>();
        JsonPlace.text(node, place).ifPresent(names::add);
        JsonPlace.find(node, place)
                .filter(JsonNode::isArray)
                .ifPresent(
                        list -> list.forEach(entry -> JsonPlace.text(entry, ".").ifPresent(names::add)));
        return names;
    }

    private static ItemResult only(List<ItemResult> told) {
        return switch (told.size()) {
            case 0 -> unsure("batch-item-missing", "the batch's answer does not tell of this record");
            case 1 -> told.getFirst();
            default -> unsure("batch-item-twice", "the batch's answer tells of this record more than once");
        };
    }

    private static ItemResult unsure(String code, String detail) {
        return new ItemResult.Failed(new Fault.Unsure(code, detail));
    }

    private ItemResult error(Push.Errors apart, JsonNode error) {
        String status = apart.status() == null
                ? "error"
                : JsonPlace.text(error, apart.status()).orElse("error");
        String message = apart.error() == null
                ? ""
                : JsonPlace.text(error, apart.error()).orElse("");
        return failed(status, message, error);
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
                ? status.equalsIgnoreCase("true") || isStatus(status, '2', '2')
                : batch.good().contains(status);
    }

    /** Whether it is an HTTP status of these classes. */
    private static boolean isStatus(String text, char lowest, char highest) {
        return text.length() == 3
                && text.charAt(0) >= lowest
                && text.charAt(0) <= highest
                && Character.isDigit(text.charAt(1))
                && Character.isDigit(text.charAt(2));
    }

    private ItemResult accepted(JsonNode result) {
        String id =
                batch.id() == null ? null : JsonPlace.text(result, batch.id()).orElse(null);
        return new ItemResult.Accepted(id);
    }

    private ItemResult failed(String status, String error, JsonNode result) {
        boolean http = isStatus(status, '3', '5');
        Told told = new Told(
                http ? Integer.parseInt(status) : 0,
                http ? List.of() : List.of(status),
                "",
                error.isBlank() ? "refused with status " + status : error,
                field(result),
                new RestClientCalls.Looked(
                        result.toString(), place -> JsonPlace.text(result, place), name -> Optional.empty()));
        return classifier.meaningOfItem(told, CallKind.CHANGE) == FaultClass.DONE
                ? accepted(result)
                : new ItemResult.Failed(classifier.item(told, CallKind.CHANGE));
    }

    private static @Nullable String field(JsonNode result) {
        return JsonPlace.text(result, "error/field")
                .or(() -> JsonPlace.text(result, "errors/0/fields/0"))
                .or(() -> JsonPlace.text(result, "field"))
                .orElse(null);
    }
}
