package io.linkspan.sandbox.fault;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was called and what came of it: counts for ever, the calls themselves for a while. */
public final class Journal {
    private static final int KEPT = 20_000;

    private final Map<String, Long> calls = new TreeMap<>();
    private final Map<String, Long> answers = new TreeMap<>();
    private final Map<String, Long> faults = new TreeMap<>();
    private final Deque<Call> last = new ArrayDeque<>();

    /**
     * A call.
     *
     * @param at when it came
     * @param name what was called
     * @param status the status answered; 0 where nothing was said
     * @param fault the fault that hit it, or null
     * @param correlationId the caller's correlation id, or null
     * @param traceparent the caller's W3C trace context, or null
     */
    public record Call(
            Instant at,
            String name,
            int status,
            @Nullable FaultKind fault,
            @Nullable String correlationId,
            @Nullable String traceparent) {}

    synchronized void enter(Call call) {
        calls.merge(call.name(), 1L, Long::sum);
        answers.merge(call.status() == 0 ? "none" : "" + call.status(), 1L, Long::sum);
        if (call.fault() != null) {
            faults.merge(call.fault().text(), 1L, Long::sum);
        }
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(call);
    }

    /** The last calls, at most 20,000, oldest first. */
    public synchronized List<Call> last() {
        return List.copyOf(last);
    }

    /** Calls by name, all of them. */
    public synchronized Map<String, Long> calls() {
        return new TreeMap<>(calls);
    }

    /** Calls by the status of their answer; {@code none} where there was no answer. */
    public synchronized Map<String, Long> answers() {
        return new TreeMap<>(answers);
    }

    /** Calls hit by each kind of fault. */
    public synchronized Map<String, Long> faults() {
        return new TreeMap<>(faults);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        calls.clear();
        answers.clear();
        faults.clear();
        last.clear();
    }
}
