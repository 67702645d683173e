package io.linkspan.deadletter;

import io.linkspan.record.Attempts;
import io.linkspan.record.CorrelationId;
import io.linkspan.record.Outcome;
import io.linkspan.record.Payload;
import io.linkspan.record.RecordKey;
import io.linkspan.record.TraceParent;
import io.linkspan.record.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that needs a person. The payload stands apart, because not everybody may see it.
 *
 * @param id the same for the same content of the same state of a record, however often it dies
 * @param fingerprint what is wrong: letters with the same one form a group
 * @param title the fingerprint in words
 * @param reason why it died
 * @param detail what the target or the mapping said; may repeat values of the record
 * @param errors what is wrong with single fields
 * @param attempts every delivery that was tried
 * @param mappingHash which version of the mapping decided; empty where none did
 * @param format what the payload is
 * @param diedAt when it died last
 * @param occurrences how often it died
 * @param replay the last replay it was part of
 * @param edit who changed the payload, and when
 * @param discardReason why it was discarded
 * @param closed why it closed without a replay and without a person
 */
public record DeadLetter(
        UUID id,
        String flow,
        RecordKey key,
        Version version,
        CorrelationId correlationId,
        TraceParent trace,
        String fingerprint,
        String title,
        Outcome.Reason reason,
        String detail,
        List<Outcome.FieldError> errors,
        Attempts attempts,
        String mappingHash,
        Payload.Format format,
        Instant diedAt,
        int occurrences,
        LetterStatus status,
        @Nullable UUID replay,
        @Nullable Edit edit,
        @Nullable String discardReason,
        @Nullable String closed) {

    /** Who changed a payload, and when. */
    public record Edit(String by, Instant at) {}
}
