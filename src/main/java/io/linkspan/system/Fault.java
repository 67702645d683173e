package io.linkspan.system;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a call, decided once at the edge. Details are cut and free of secrets. A read is never unsure: it can
 * be repeated, so what may pass is passing.
 */
public sealed interface Fault {
    /** A short stable code for metrics and grouping: {@code http-503}, {@code timeout}, {@code soap-Server}. */
    String code();

    /** What the other side said. */
    String detail();

    /** No call was made: the breaker is open or the gate is full. Spends no attempt. */
    record Unavailable(String code, String detail, Duration retryAfter) implements Fault {}

    /** The other side is slowing us down (429 and the like). Not an attempt at the record's cost. */
    record Limited(String code, String detail, @Nullable Duration retryAfter) implements Fault {}

    /** No connection came about: nothing was sent, and no record has anything to do with it. Spends no attempt. */
    record Unreachable(String code, String detail) implements Fault {}

    /** May work later: a 503 and the like. Nothing was applied, as far as can be known. */
    record Passing(String code, String detail, @Nullable Duration retryAfter) implements Fault {}

    /** The call may have been applied: a time-out or reset after sending. Look up before repeating where no key helps. */
    record Unsure(String code, String detail) implements Fault {}

    /** The other side refused what was sent; the same again would be refused again. */
    record Refused(String code, String detail, @Nullable String field) implements Fault {}

    /** What was to be updated is not there. */
    record NotFound(String code, String detail) implements Fault {}

    /** What was to be created is there already. */
    record Duplicate(String code, String detail) implements Fault {}

    /**
     * Credentials, configuration or the other side's answers are wrong (an answer that is no XML, or lacks what the flow
     * file says it has): a person must mend the system or the flow, no record is to blame.
     *
     * @param maybeDone whether the call may have been applied all the same: only its answer cannot be understood
     */
    record Misconfigured(String code, String detail, boolean maybeDone) implements Fault {
        /** Nothing was applied. */
        public Misconfigured(String code, String detail) {
            this(code, detail, false);
        }
    }

    /** Whether the other side may have done what was asked, so that a repeat must be recognised as one. */
    default boolean maybeDone() {
        return this instanceof Unsure;
    }
}
