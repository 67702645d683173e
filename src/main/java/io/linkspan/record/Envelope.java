package io.linkspan.record;

import org.jspecify.annotations.Nullable;

/**
 * A record under way. It carries the source record, not the mapped one: a mapping that was wrong can be mended and the
 * record replayed.
 *
 * @param flow the flow's name
 * @param key what the source calls the record
 * @param version which state of the record this is
 * @param correlationId one id from the pull to the push
 * @param trace the W3C trace the record belongs to
 * @param payload the record as the source gave it
 * @param attempts what was tried so far
 * @param replay the id of the replay that sent it again, or null
 */
public record Envelope(
        String flow,
        RecordKey key,
        Version version,
        CorrelationId correlationId,
        TraceParent trace,
        Payload payload,
        Attempts attempts,
        @Nullable String replay) {

    /** The same envelope after one more attempt. */
    public Envelope after(Attempt attempt) {
        return new Envelope(flow, key, version, correlationId, trace, payload, attempts.and(attempt), replay);
    }

    /** The same record sent again by a person: no attempt spent yet. */
    public Envelope replayedBy(String replayId) {
        return new Envelope(flow, key, version, correlationId, trace, payload, Attempts.NONE, replayId);
    }
}
