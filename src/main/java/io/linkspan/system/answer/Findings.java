package io.linkspan.system.answer;

import io.linkspan.record.Payload;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been found so far in one document, and to whom it is told. */
final class Findings {
    private final AnswerHandler handler;
    private final Map<String, String> values = new HashMap<>();
    private long records;
    private boolean expected;
    private boolean stopped;
    private ScannedAnswer.@Nullable SoapFault fault;

    Findings(AnswerHandler handler) {
        this.handler = handler;
    }

    void record(Payload record) {
        records++;
        handler.record(record);
    }

    /** The first value of a path counts. */
    void value(String path, String value) {
        if (!stopped && values.putIfAbsent(path, value) == null) {
            stopped = !handler.value(path, value);
        }
    }

    void expected() {
        expected = true;
    }

    void fault(ScannedAnswer.SoapFault told) {
        fault = told;
    }

    /** Whether the handler wants to read no further. */
    boolean stopped() {
        return stopped;
    }

    ScannedAnswer answer() {
        return new ScannedAnswer(records, values, expected, fault);
    }
}
