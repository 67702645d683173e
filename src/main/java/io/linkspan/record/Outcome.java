package io.linkspan.record;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one delivery of one record ended. Decided in one place; the listener only carries it out. */
public sealed interface Outcome {
    /** The target holds this state now. */
    record Delivered(@Nullable String targetId) implements Outcome {}

    /** The target holds this content already; nothing was sent. */
    record Unchanged() implements Outcome {}

    /** A newer state of the record has been delivered; nothing was sent. */
    record Superseded() implements Outcome {}

    /** To be tried again, not before the delay is over; one attempt is spent. */
    record Retry(Duration after, Attempt attempt) implements Outcome {}

    /**
     * The system cannot be called just now, or this record's turn has not come: it stays at the head of its queue and is
     * taken up again after the time given, or later if its flow is paused by then. Spends no attempt.
     */
    record Held(Duration after, String detail) implements Outcome {}

    /** Something that concerns this record alone is in its way: it waits aside and spends no attempt. */
    record Deferred(Duration after, String detail) implements Outcome {}

    /** A person is needed. */
    record Dead(
            Reason reason,
            String detail,
            List<FieldError> errors,
            @Nullable Attempt attempt) implements Outcome {
        /** Dead without field errors and without an attempt at the target. */
        public Dead(Reason reason, String detail) {
            this(reason, detail, List.of(), null);
        }
    }

    /** Why a record needs a person. */
    enum Reason {
        /** The mapping found errors in the record. */
        MAPPING,
        /** The target refused the record; sending it again would not help. */
        REFUSED,
        /** Every attempt is spent, or the record is too old. */
        EXHAUSTED,
        /** The record has no flow, key or readable envelope. */
        UNREADABLE
    }

    /**
     * What is wrong with one field.
     *
     * @param field the target field's path
     * @param code a short stable name, such as {@code required}
     * @param source the source path it was read from; empty where there is none
     * @param detail in a person's words
     */
    record FieldError(String field, String code, String source, String detail) {}
}
