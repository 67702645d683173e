package io.linkspan.broker;

import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A record that needs a person.
 *
 * @param envelope the record with every attempt, the last one too; of an unreadable message, what could be read of it
 * @param why the reason, the field errors and the last attempt
 * @param at when it died
 * @param mapping the content hash of the mapping that decided; empty where none did
 */
public record DeadEnvelope(Envelope envelope, Outcome.Dead why, Instant at, String mapping) {
    /** The same for every delivery of this dead letter, another for each replay of the record: archive it once by this. */
    public UUID id() {
        String identity = String.join(
                "\n",
                envelope.flow(),
                envelope.key().value(),
                envelope.version().stated(),
                Long.toString(envelope.version().sequence()),
                envelope.correlationId().value(),
                String.valueOf(envelope.replay()),
                Integer.toString(envelope.attempts().count()));
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }
}
