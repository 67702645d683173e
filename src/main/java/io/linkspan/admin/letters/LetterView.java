package io.linkspan.admin.letters;

import io.linkspan.deadletter.DeadLetter;
import io.linkspan.deadletter.Difference;
import io.linkspan.deadletter.LetterStatus;
import io.linkspan.deadletter.Sight;
import io.linkspan.record.Attempt;
import io.linkspan.record.Outcome.FieldError;
import io.linkspan.record.Outcome.Reason;
import io.linkspan.record.Payload;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dead letter as the API shows it. */
record LetterView(
        UUID id,
        String flow,
        String key,
        String version,
        long sequence,
        LetterStatus status,
        Reason reason,
        String group,
        String title,
        String detail,
        List<FieldError> errors,
        int attempts,
        List<Attempt> lastAttempts,
        String mappingVersion,
        String correlationId,
        String traceId,
        Instant diedAt,
        int occurrences,
        @Nullable UUID replay,
        DeadLetter.@Nullable Edit edit,
        @Nullable String discardReason,
        @Nullable String closed) {
    static LetterView of(DeadLetter letter, Sight sight) {
        return new LetterView(
                letter.id(),
                letter.flow(),
                letter.key().value(),
                letter.version().stated(),
                letter.version().sequence(),
                letter.status(),
                letter.reason(),
                letter.fingerprint(),
                sight.of(letter.title()),
                sight.of(letter.detail()),
                letter.errors().stream().map(error -> seen(error, sight)).toList(),
                letter.attempts().count(),
                letter.attempts().last().stream().map(one -> seen(one, sight)).toList(),
                letter.mappingHash(),
                letter.correlationId().value(),
                letter.trace().traceId(),
                letter.diedAt(),
                letter.occurrences(),
                letter.replay(),
                letter.edit(),
                letter.discardReason(),
                letter.closed());
    }

    private static FieldError seen(FieldError error, Sight sight) {
        return new FieldError(error.field(), error.code(), error.source(), sight.of(error.detail()));
    }

    private static Attempt seen(Attempt attempt, Sight sight) {
        return new Attempt(attempt.at(), attempt.reason(), sight.of(attempt.detail()));
    }

    /** A page of letters; {@code next} is given as {@code after} to get the next one. */
    record Letters(
            List<LetterView> letters, long total, @Nullable String next) {}

    /**
     * One letter with what it carries.
     *
     * @param masked whether sensitive values are hidden
     * @param edited what a person made of the record, or null
     * @param difference what that person changed
     */
    record Whole(
            LetterView letter,
            Payload.Format format,
            boolean masked,
            String record,
            @Nullable String edited,
            List<Difference> difference) {}
}
