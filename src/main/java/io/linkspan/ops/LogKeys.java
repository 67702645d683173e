package io.linkspan.ops;

import io.linkspan.record.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.MDC;

/** The fixed list of keys structured log lines carry. Never a payload, never a credential. */
public final class LogKeys {
    /** The flow's name. */
    public static final String FLOW = "flow";
    /** The record's key. */
    public static final String KEY = "key";
    /** One id from the pull to the push. */
    public static final String CORRELATION_ID = "correlationId";
    /** The W3C trace's id. */
    public static final String TRACE_ID = "traceId";
    /** How a delivery ended. */
    public static final String OUTCOME = "outcome";

    private LogKeys() {}

    /** Puts an envelope's keys on every line logged until the scope is closed. */
    public static Scope about(Envelope envelope) {
        MDC.put(FLOW, envelope.flow());
        MDC.put(KEY, envelope.key().value());
        MDC.put(CORRELATION_ID, envelope.correlationId().value());
        MDC.put(TRACE_ID, envelope.trace().traceId());
        return new Scope(List.of(FLOW, KEY, CORRELATION_ID, TRACE_ID));
    }

    /** Takes the keys off again. */
    public static final class Scope implements AutoCloseable {
        private final List<String> keys;

        private Scope(List<String> keys) {
            this.keys = new ArrayList<>(keys);
        }

        /** One key more for the same lines. */
        public Scope and(String key, String value) {
            MDC.put(key, value);
            keys.add(key);
            return this;
        }

        @Override
        public void close() {
            keys.forEach(MDC::remove);
        }
    }
}
