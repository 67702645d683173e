package io.linkspan.sandbox.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which calls go wrong and how. A rule is over when its time or its number is spent.
 *
 * @param kind what goes wrong
 * @param on a part of the call's name (the CRM's {@code POST /v1/companies/batch/upsert}, the ERP's {@code
 *     ListCustomers}); empty for all calls
 * @param chance the share of calls that is hit, above 0 to 1
 * @param next how many calls are hit at most; 0 for any number
 * @param after how long after it was given the rule begins
 * @param lasting how long it then lasts; null for ever
 * @param delay for the kinds that wait
 * @param retryAfter for the kinds that say when to come again; null to say nothing
 * @param status another status than the kind's own; 0 for that one
 * @param record the record meant, by external id; empty where the kind means none
 */
public record FaultRule(
        FaultKind kind,
        String on,
        double chance,
        int next,
        Duration after,
        @Nullable Duration lasting,
        Duration delay,
        @Nullable Duration retryAfter,
        int status,
        String record) {
    private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofSeconds(30);

    /** Refuses what cannot be meant. */
    public FaultRule {
        if (!(chance > 0 && chance <= 1)) {
            throw new IllegalArgumentException("chance is above 0 and at most 1, not " + chance);
        }
        if (next < 0) {
            throw new IllegalArgumentException("next is 0 (any number) or more, not " + next);
        }
    }

    /** Every call, for ever, until told otherwise. */
    public static FaultRule of(FaultKind kind) {
        return new FaultRule(kind, "", 1, 0, Duration.ZERO, null, LONGER_THAN_ANYBODY_WAITS, null, 0, "");
    }

    /** Only calls with this in their name. */
    public FaultRule on(String call) {
        return new FaultRule(kind, call, chance, next, after, lasting, delay, retryAfter, status, record);
    }

    /** Only this share of the calls. */
    public FaultRule chance(double share) {
        return new FaultRule(kind, on, share, next, after, lasting, delay, retryAfter, status, record);
    }

    /** Only the next few calls. */
    public FaultRule next(int calls) {
        return new FaultRule(kind, on, chance, calls, after, lasting, delay, retryAfter, status, record);
    }

    /** Beginning later. */
    public FaultRule after(Duration wait) {
        return new FaultRule(kind, on, chance, next, wait, lasting, delay, retryAfter, status, record);
    }

    /** Only for this long. */
    public FaultRule lasting(Duration window) {
        return new FaultRule(kind, on, chance, next, after, window, delay, retryAfter, status, record);
    }

    /** Waiting this long. */
    public FaultRule delay(Duration wait) {
        return new FaultRule(kind, on, chance, next, after, lasting, wait, retryAfter, status, record);
    }

    /** Saying when to come again. */
    public FaultRule retryAfter(Duration wait) {
        return new FaultRule(kind, on, chance, next, after, lasting, delay, wait, status, record);
    }

    /** With another status than the kind's own. */
    public FaultRule status(int other) {
        return new FaultRule(kind, on, chance, next, after, lasting, delay, retryAfter, other, record);
    }

    /** Only for one record. */
    public FaultRule record(String externalId) {
        return new FaultRule(kind, on, chance, next, after, lasting, delay, retryAfter, status, externalId);
    }
}
