package io.linkspan.delivery;

import io.linkspan.record.Attempt;
import io.linkspan.record.Attempts;
import io.linkspan.record.Envelope;
import io.linkspan.record.Outcome;
import io.linkspan.record.Outcome.Dead;
import io.linkspan.record.Outcome.Deferred;
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
import io.linkspan.system.Systems;
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

    /**
     * Decides for one record.
     *
     * @param system how the system has fared with all records
     */
    static Outcome decide(
            Fault fault, Envelope envelope, RetrySchedule schedule, Instant now, Systems.Condition system) {
        return switch (fault) {
            case Unavailable none -> new Held(none.retryAfter(), none.detail());
            case Unreachable away -> new Held(UNREACHABLE_PAUSE, away.detail());
            case Limited limit -> new Held(orElse(limit.retryAfter(), LIMITED_PAUSE), limit.detail());
            case Misconfigured wrong -> new Held(MISCONFIGURED_PAUSE, wrong.detail());
            case Passing passing
            when blameless(envelope.attempts(), system) ->
                meanwhile(passing, passing.retryAfter(), envelope.attempts(), schedule, now);
            case Unsure unsure
            when blameless(envelope.attempts(), system) -> meanwhile(unsure, null, envelope.attempts(), schedule, now);
            case Passing passing -> retry(passing, passing.retryAfter(), envelope.attempts(), schedule, now);
            case Unsure unsure -> retry(unsure, null, envelope.attempts(), schedule, now);
            case Refused refused -> refused(refused, now);
            case NotFound gone -> dead(gone, now);
            case Duplicate twice -> dead(twice, now);
        };
    }

    /** Where nobody gets through, a failure says nothing of this record. */
    private static boolean blameless(Attempts history, Systems.Condition system) {
        return system.away()
                || (!history.last().isEmpty()
                        && !system.atWorkSince(history.last().getLast().at()));
    }

    private static Outcome meanwhile(
            Fault fault, @Nullable Duration asked, Attempts history, RetrySchedule schedule, Instant now) {
        if (schedule.tooOld(history, now)) {
            return exhausted(fault, history, now);
        }
        Duration own = schedule.meanwhile(history, now);
        return new Deferred(
                asked != null && asked.compareTo(own) > 0 ? asked : own, fault.code() + ": " + fault.detail());
    }

    private static Outcome retry(
            Fault fault, @Nullable Duration asked, Attempts history, RetrySchedule schedule, Instant now) {
        return schedule.spent(history, now)
                ? exhausted(fault, history, now)
                : new Retry(schedule.next(history, asked), attempt(fault, now));
    }

    private static Outcome exhausted(Fault fault, Attempts history, Instant now) {
        return new Dead(
                Reason.EXHAUSTED,
                "given up after " + (history.count() + 1) + " attempts; last: " + fault.detail(),
                List.of(),
                attempt(fault, now));
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
