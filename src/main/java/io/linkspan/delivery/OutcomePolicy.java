package io.linkspan.delivery;

import io.linkspan.record.Attempt;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.Dead;
import io.linkspan.record.Outcome.FieldError;
import io.linkspan.record.Outcome.Held;
import io.linkspan.record.Outcome.Reason;
import io.linkspan.record.Outcome.Retry;
import io.linkspan.system.Fault;
import io.linkspan.system.Fault.Duplicate;
import io.linkspan.system.Fault.Limited;
import io.linkspan.system.Fault.Misconfigured;
import io.linkspan.system.Fault.NotFound;
import io.linkspan.system.Fault.Passing;
import io.linkspan.system.Fault.Refused;
import io.linkspan.system.Fault.Unavailable;
import io.linkspan.system.Fault.Unreachable;
import io.linkspan.system.Fault.Unsure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fault means for a record: the one place where that is decided. A pure function of fault, history and limits.
 *
 * <p>What is nobody's fault but the system's own (open breaker, rate limit, wrong credentials) spends no attempt, so that
 * an outage of hours ends with an empty dead-letter table.
 */
final class OutcomePolicy {
    private static final Duration MISCONFIGURED_PAUSE = Duration.ofMinutes(1);
    private static final Duration LIMITED_PAUSE = Duration.ofSeconds(5);

    /** Long enough not to hammer, short enough that the breaker, which counts the failed calls, soon takes over. */
    private static final Duration UNREACHABLE_PAUSE = Duration.ofSeconds(2);

    private OutcomePolicy() {}

    /** Decides for one record. */
    static Outcome decide(Fault fault, Envelope envelope, RetrySchedule schedule, Instant now) {
        return switch (fault) {
            case Unavailable none -> new Held(none.retryAfter(), none.detail());
            case Limited limit -> new Held(orElse(limit.retryAfter(), LIMITED_PAUSE), limit.detail());
            case Misconfigured wrong -> new Held(MISCONFIGURED_PAUSE, wrong.detail());
            case Unreachable away -> new Held(UNREACHABLE_PAUSE, away.detail());
            case Passing passing -> retry(passing, passing.retryAfter(), envelope, schedule, now);
            case Unsure unsure -> retry(unsure, null, envelope, schedule, now);
            case Refused refused -> refused(refused, now);
            case NotFound gone -> dead(gone, now);
            case Duplicate twice -> dead(twice, now);
        };
    }

    private static Outcome retry(
            Fault fault, @Nullable Duration asked, Envelope envelope, RetrySchedule schedule, Instant now) {
        Attempt attempt = attempt(fault, now);
        return schedule.spent(envelope.attempts(), now)
                ? new Dead(
                        Reason.EXHAUSTED,
                        "given up after " + (envelope.attempts().count() + 1) + " attempts; last: " + fault.detail(),
                        List.of(),
                        attempt)
                : new Retry(schedule.next(envelope.attempts(), asked), attempt);
    }

    private static Outcome refused(Refused refused, Instant now) {
        List<FieldError> errors = refused.field() == null
                ? List.of()
                : List.of(new FieldError(refused.field(), refused.code(), "", refused.detail()));
        return new Dead(Reason.REFUSED, refused.detail(), errors, attempt(refused, now));
    }

    private static Outcome dead(Fault fault, Instant now) {
        return new Dead(Reason.REFUSED, fault.detail(), List.of(), attempt(fault, now));
    }

    private static Attempt attempt(Fault fault, Instant now) {
        return new Attempt(now, fault.code(), fault.detail());
    }

    private static Duration orElse(@Nullable Duration asked, Duration otherwise) {
        return asked == null ? otherwise : asked;
    }
}
