package io.linkspan.broker;

import io.linkspan.record.Attempt;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.FieldError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a record is dead, as it travels with it. */
record DeadNote(
        Outcome.Reason reason,
        String detail,
        List<FieldError> errors,
        @Nullable Attempt attempt,
        Instant at,
        String mapping) {

    static DeadNote of(Outcome.Dead why, Instant at, String mapping) {
        return new DeadNote(why.reason(), why.detail(), why.errors(), why.attempt(), at, mapping);
    }

    DeadNote with(String otherDetail, List<FieldError> otherErrors) {
        return new DeadNote(reason, otherDetail, otherErrors, attempt, at, mapping);
    }

    Outcome.Dead why() {
        return new Outcome.Dead(reason, detail, errors, attempt);
    }
}
