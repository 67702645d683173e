package io.linkspan.sandbox.crm;

import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers to GET: one record, those of an external id, or all, page by page. */
final class Reading {
    private static final int LARGEST_PAGE = 1_000;

    private final Archive archive;
    private final String versionField;

    Reading(Archive archive, String versionField) {
        this.archive = archive;
        this.versionField = versionField;
    }

    Answer one(Stored record) {
        return Answer.json(200, shown(record).toString());
    }

    Answer list(Request request, Shelf shelf) {
        return request.query("externalId")
                .map(externalId -> found(shelf.named(externalId)))
                .orElseGet(() -> page(request, shelf));
    }

    private Answer found(List<Stored> records) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("total", records.size());
        ArrayNode items = answer.putArray("items");
        records.forEach(record -> items.add(shown(record)));
        return Answer.json(200, answer.toString());
    }

    private Answer page(Request request, Shelf shelf) {
        String limit = request.query("limit").orElse("100");
        String after = request.query("after").orElse("0");
        if (!limit.matches("[1-9]\\d{0,4}") || !after.matches("\\d{1,18}")) {
            return Problem.of(400, "bad-page", "limit is a number from 1, after is the next of the page before");
        }
        int most = Math.min(LARGEST_PAGE, Integer.parseInt(limit));
        List<Stored> records = shelf.page(Long.parseLong(after), most);
        ObjectNode answer = Json.MAPPER.createObjectNode().put("total", shelf.size());
        ArrayNode items = answer.putArray("items");
        records.forEach(record -> items.add(shown(record)));
        if (records.size() == most) {
            answer.put("next", "" + records.getLast().id());
        }
        return Answer.json(200, answer.toString());
    }

    private ObjectNode shown(Stored record) {
        ObjectNode shown = Json.MAPPER.createObjectNode().put("id", "" + record.id());
        if (record.externalId() != null) {
            shown.put("externalId", record.externalId());
        }
        if (record.content().version() != null) {
            shown.put(versionField, record.content().version());
        }
        shown.setAll(Json.object(record.content().text()));
        return shown;
    }

    /** The record a route names, or null. */
    @Nullable
    Stored find(Route route) {
        Shelf shelf = archive.shelves().getOrDefault(route.collection(), new Shelf());
        return route.shape() == Route.Shape.NUMBERED
                ? shelf.get(Desk.id(route.address()))
                : shelf.named(route.address()).stream().findFirst().orElse(null);
    }
}
