package io.linkspan.system;

import io.linkspan.record.CorrelationId;
import io.linkspan.record.TraceParent;

/** What every call carries along, whatever the protocol. */
public record CallContext(CorrelationId correlationId, TraceParent trace) {
    /** For a call that begins a journey. */
    public static CallContext start() {
        return new CallContext(CorrelationId.mint(), TraceParent.start());
    }
}
