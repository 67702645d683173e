package io.linkspan.sandbox.erp;

import io.linkspan.sandbox.fault.FaultControl;
import io.linkspan.sandbox.fault.Faults;
import io.linkspan.sandbox.fault.Journal;
import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Body;
import io.linkspan.sandbox.http.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** The ERP's levers for shells and test suites, under {@code /sandbox/}. */
final class ErpControl {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ErpSettings settings;
    private final Books books;
    private final Faults faults;
    private final Journal journal;
    private final FaultControl shared;

    ErpControl(ErpSettings settings, Books books, Faults faults, Journal journal) {
        this.settings = settings;
        this.books = books;
        this.faults = faults;
        this.journal = journal;
        this.shared = new FaultControl(faults, journal);
    }

    Answer answer(Request request) {
        return shared.answer(request).orElseGet(() -> switch (request.method() + " " + request.path()) {
            case "GET /sandbox/stats" -> Answer.json(200, JSON.writeValueAsString(stats()));
            case "GET /sandbox/revisions" -> Answer.of(200, "text/plain", Body.streamed(this::revisions));
            case "POST /sandbox/mutate" -> counted(request, books.business()::mutate);
            case "POST /sandbox/add" -> counted(request, books.business()::add);
            case "POST /sandbox/mutate-orders" -> counted(request, books.orders()::mutate);
            case "POST /sandbox/add-orders" -> counted(request, books.orders()::add);
            case "POST /sandbox/rate" -> rate(request);
            case "POST /sandbox/change" -> touched(request, books.log()::change);
            case "POST /sandbox/delete" -> touched(request, books.log()::delete);
            case "POST /sandbox/reset" -> reset();
            default ->
                Answer.text(
                        404,
                        "GET faults, calls, stats, revisions; POST faults, mutate?count=, add?count=,"
                                + " rate?changes=&new=, change?number=, delete?number=, reset; DELETE faults");
        });
    }

    private Map<String, Object> stats() {
        Map<String, Object> shown = new TreeMap<>();
        shown.put("seed", settings.house().seed());
        shown.put("poisonPerThousand", settings.house().poisonPerThousand());
        shown.put("customers", books.log().size());
        shown.put("orders", books.orders().log().size());
        shown.put("deleted", books.log().gone());
        shown.put("changes", books.log().changes());
        shown.put("calls", journal.calls());
        shown.put("answers", journal.answers());
        shown.put("faults", journal.faults());
        return shown;
    }

    /** A line a record: index, revision, changed at (milliseconds since 1970), 1 where it was deleted. */
    private void revisions(OutputStream out) throws IOException {
        ChangeLog log = books.log();
        int size = log.size();
        StringBuilder text = new StringBuilder();
        for (int record = 0; record < size; record++) {
            ChangeLog.State state = log.state(record);
            text.append(record).append(' ').append(state.revision()).append(' ');
            text.append(state.changedAt().toEpochMilli()).append(state.deleted() ? " 1\n" : " 0\n");
            if (text.length() > 32_000 || record == size - 1) {
                out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
                text.setLength(0);
            }
        }
    }

    private Answer rate(Request request) {
        try {
            double changes = Double.parseDouble(request.query("changes").orElse("0"));
            int newOnes = Integer.parseInt(request.query("new").orElse("0"));
            books.business().rate(changes, newOnes);
            return Answer.empty(204);
        } catch (NumberFormatException noNumber) {
            return Answer.text(400, "rate?changes=5.5&new=10: changes a second, new ones of a hundred");
        }
    }

    private static Answer counted(Request request, Consumer<Integer> work) {
        String count = request.query("count").orElse("1");
        if (!count.matches("\\d{1,8}")) {
            return Answer.text(400, "count is a number, not '" + count + "'");
        }
        work.accept(Integer.valueOf(count));
        return Answer.empty(204);
    }

    private Answer touched(Request request, Consumer<Integer> work) {
        return books.find(request.query("number").orElse(""))
                .map(record -> {
                    work.accept(record);
                    return Answer.empty(204);
                })
                .orElseGet(() -> Answer.text(404, "number=0000000001: ten digits of a customer there is"));
    }

    private Answer reset() {
        faults.clear();
        journal.clear();
        return Answer.empty(204);
    }
}
