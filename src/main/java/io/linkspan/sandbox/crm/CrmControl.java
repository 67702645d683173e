package io.linkspan.sandbox.crm;

import io.linkspan.sandbox.fault.FaultControl;
import io.linkspan.sandbox.fault.Faults;
import io.linkspan.sandbox.fault.Journal;
import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Body;
import io.linkspan.sandbox.http.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The CRM's levers and counts for shells and test suites, under {@code /sandbox/}. */
final class CrmControl {
    private static final int AT_A_TIME = 500;

    private final Archive archive;
    private final Faults faults;
    private final Journal journal;
    private final Bucket bucket;
    private final Gate gate;
    private final FaultControl shared;

    CrmControl(Archive archive, Faults faults, Journal journal, Bucket bucket, Gate gate) {
        this.archive = archive;
        this.faults = faults;
        this.journal = journal;
        this.bucket = bucket;
        this.gate = gate;
        this.shared = new FaultControl(faults, journal);
    }

    Answer answer(Request request) {
        return shared.answer(request).orElseGet(() -> switch (request.method() + " " + request.path()) {
            case "GET /sandbox/stats" -> Answer.json(200, Json.MAPPER.writeValueAsString(stats()));
            case "GET /sandbox/records" -> records(request);
            case "POST /sandbox/limit" -> limit(request);
            case "POST /sandbox/revoke" -> {
                gate.revoke();
                yield Answer.empty(204);
            }
            case "POST /sandbox/reset" -> {
                faults.clear();
                journal.clear();
                yield Answer.empty(204);
            }
            default ->
                Answer.text(
                        404,
                        "GET faults, calls, stats, records?in=; POST faults, limit?perSecond=&burst=, revoke, reset;"
                                + " DELETE faults");
        });
    }

    Map<String, Object> stats() {
        Map<String, Object> shown = new TreeMap<>();
        archive.shelves().forEach((name, shelf) -> {
            Map<String, Object> counts = shelf.tally().shown();
            counts.put("records", shelf.size());
            counts.put("ambiguous", shelf.doubled());
            shown.put(name, counts);
        });
        shown.put("calls", journal.calls());
        shown.put("answers", journal.answers());
        shown.put("faults", journal.faults());
        return shown;
    }

    private Answer limit(Request request) {
        try {
            double perSecond = Double.parseDouble(request.query("perSecond").orElse("0"));
            int burst = Integer.parseInt(request.query("burst").orElse("" + Math.max(1, (int) perSecond)));
            bucket.rate(perSecond, burst);
            return Answer.empty(204);
        } catch (NumberFormatException noNumber) {
            return Answer.text(400, "limit?perSecond=50&burst=50; 0 a second for no limit");
        }
    }

    private Answer records(Request request) {
        Shelf shelf = archive.shelves().get(request.query("in").orElse("companies"));
        boolean content = request.query("content").orElse("true").equals("true");
        if (shelf == null) {
            return Answer.text(404, "in=companies or in=deals");
        }
        return Answer.of(200, "application/x-ndjson", Body.streamed(out -> {
            if (request.query("externalId").isPresent()) {
                write(shelf.named(request.query("externalId").get()), content, out);
            } else {
                writeAll(shelf, content, out);
            }
        }));
    }

    private static void writeAll(Shelf shelf, boolean content, OutputStream out) throws IOException {
        long after = 0;
        for (List<Stored> page = shelf.page(after, AT_A_TIME); !page.isEmpty(); page = shelf.page(after, AT_A_TIME)) {
            write(page, content, out);
            after = page.getLast().id();
        }
    }

    /** A line a record, by id: everything there is to know about it. */
    private static void write(List<Stored> records, boolean content, OutputStream out) throws IOException {
        StringBuilder lines = new StringBuilder();
        records.forEach(record -> lines.append(line(record, content)).append('\n'));
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode line(Stored record, boolean content) {
        ObjectNode line = Json.MAPPER.createObjectNode().put("id", record.id()).put("externalId", record.externalId());
        line.put("version", record.content().version());
        ArrayNode history = line.putArray("history");
        for (long hash : record.history()) {
            history.add(hash);
        }
        ArrayNode versions = line.putArray("versions");
        record.versions().forEach(versions::add);
        if (content && !record.content().text().isEmpty()) {
            line.set("content", Json.object(record.content().text()));
        }
        return line;
    }
}
