package io.linkspan.deadletter;

import io.linkspan.record.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What a dead letter carries.
 *
 * @param original the record as the source gave it
 * @param edited what a person made of it, or null
 */
public record Payloads(Payload original, @Nullable Payload edited) {
    /** What a replay sends. */
    public Payload current() {
        return edited == null ? original : edited;
    }
}
