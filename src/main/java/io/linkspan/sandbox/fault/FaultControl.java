package io.linkspan.sandbox.fault;

import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What both systems offer under {@code /sandbox/}: {@code faults} to GET, POST and DELETE, {@code calls} to GET. */
public final class FaultControl {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Faults faults;
    private final Journal journal;

    /** Offers these rules and this journal. */
    public FaultControl(Faults faults, Journal journal) {
        this.faults = faults;
        this.journal = journal;
    }

    /** The answer, where the request is meant for us. */
    public Optional<Answer> answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /sandbox/faults" -> Optional.of(Answer.json(200, JSON.writeValueAsString(standing())));
            case "POST /sandbox/faults" -> Optional.of(add(request));
            case "DELETE /sandbox/faults" -> {
                faults.clear();
                yield Optional.of(Answer.empty(204));
            }
            case "GET /sandbox/calls" -> Optional.of(Answer.json(200, JSON.writeValueAsString(calls())));
            default -> Optional.empty();
        };
    }

    private Answer add(Request request) {
        try {
            FaultRuleJson.read(request.text()).forEach(faults::add);
            return Answer.empty(204);
        } catch (IllegalArgumentException wrong) {
            return Answer.json(400, JSON.writeValueAsString(Map.of("detail", "" + wrong.getMessage())));
        }
    }

    private List<Map<String, Object>> standing() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Faults.Standing rule : faults.standing()) {
            Map<String, Object> shown = new TreeMap<>();
            shown.put("kind", rule.rule().kind().text());
            shown.put("on", rule.rule().on());
            shown.put("record", rule.rule().record());
            shown.put("from", rule.from().toString());
            shown.put("hits", rule.hits());
            shown.put("spent", rule.spent());
            list.add(shown);
        }
        return list;
    }

    private List<Map<String, Object>> calls() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Journal.Call call : journal.last()) {
            Map<String, Object> shown = new TreeMap<>();
            shown.put("at", call.at().toString());
            shown.put("name", call.name());
            shown.put("status", call.status());
            Optional.ofNullable(call.fault()).ifPresent(kind -> shown.put("fault", kind.text()));
            Optional.ofNullable(call.correlationId()).ifPresent(id -> shown.put("correlationId", id));
            Optional.ofNullable(call.traceparent()).ifPresent(trace -> shown.put("traceparent", trace));
            list.add(shown);
        }
        return list;
    }
}
