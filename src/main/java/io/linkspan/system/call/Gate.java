package io.linkspan.system.call;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.linkspan.system.Fault;
import io.linkspan.system.FaultException;
import io.linkspan.system.Systems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;

/**
 * What every call to one system passes: what the system has said of its limits, breaker, rate limit, bulkhead, time-out. It
 * repeats nothing. The breaker counts what says that the system is not well (unreachable, passing and unsure faults); a
 * refused record, a limit or a wrong password is an answer.
 */
public final class Gate {
    private final CircuitBreaker breaker;
    private final OpenBreaker open;
    private final Quota quota;
    private final RateLimiter rate;
    private final Bulkhead bulkhead;
    private final TimeLimiter time;
    private final Deadlines deadlines;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private volatile @Nullable Instant lastAtWork;

    Gate(
            CircuitBreaker breaker,
            OpenBreaker open,
            Quota quota,
            RateLimiter rate,
            Bulkhead bulkhead,
            TimeLimiter time,
            Deadlines deadlines,
            MeterRegistry meters,
            InstantSource clock) {
        this.breaker = breaker;
        this.open = open;
        this.quota = quota;
        this.rate = rate;
        this.bulkhead = bulkhead;
        this.time = time;
        this.deadlines = deadlines;
        this.meters = meters;
        this.clock = clock;
    }

    /** One call; runs in the thread that asks for it. */
    @FunctionalInterface
    public interface Call<T> {
        /** Makes the call; what the exchange says of its head is there as soon as the answer begins. */
        T make(Exchange exchange) throws IOException, FaultException;
    }

    /** Whether a call would be let through now. */
    public boolean reachable() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> false;
            case CLOSED, HALF_OPEN, DISABLED, METRICS_ONLY -> true;
        };
    }

    /** How the system has fared. */
    public Systems.Condition condition() {
        Instant at = lastAtWork;
        return new Systems.Condition(open.openedSince(at), at);
    }

    /**
     * Makes a call, if it may be made now.
     *
     * @param operation its name, for metrics: one of few
     * @throws FaultException when it was not made or failed
     */
    public <T> T pass(String operation, CallKind kind, Call<T> call) throws FaultException {
        Exchange exchange = new Exchange(kind);
        String outcome = "aborted";
        try {
            enter();
            T result = timed(exchange, call);
            outcome = "ok";
            well(exchange);
            return result;
        } catch (FaultException told) {
            outcome = told.fault().code();
            throw told;
        } finally {
            record(operation, outcome, exchange);
        }
    }

    private <T> T timed(Exchange exchange, Call<T> call) throws FaultException {
        Deadlines.Deadline deadline =
                deadlines.set(exchange, time.getTimeLimiterConfig().getTimeoutDuration());
        boolean settled = false;
        try {
            T result = exchange.within(() -> call(exchange, call));
            time.onSuccess();
            settled = true;
            return result;
        } catch (FaultException told) {
            settle(told, exchange);
            settled = true;
            throw told;
        } finally {
            deadline.cancel();
            bulkhead.onComplete();
            quota.answered(exchange);
            if (!settled) {
                // whatever broke here was not the system's doing
                breaker.releasePermission();
            }
        }
    }

    private static <T> T call(Exchange exchange, Call<T> call) throws FaultException {
        try {
            return call.make(exchange);
        } catch (IOException broken) {
            throw new FaultException(IoFaults.of(broken, exchange), broken);
        } catch (NestedRuntimeException wrapped) {
            IOException broken = ioCause(wrapped);
            if (broken == null) {
                throw wrapped;
            }
            throw new FaultException(IoFaults.of(broken, exchange), broken);
        }
    }

    private static @Nullable IOException ioCause(Throwable wrapped) {
        for (Throwable cause = wrapped.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException broken) {
                return broken;
            }
        }
        return null;
    }

    private void settle(FaultException told, Exchange exchange) {
        switch (told.fault()) {
            case Fault.Unreachable away -> breaker.onError(exchange.nanos(), TimeUnit.NANOSECONDS, told);
            case Fault.Passing passing -> breaker.onError(exchange.nanos(), TimeUnit.NANOSECONDS, told);
            case Fault.Unsure unsure -> breaker.onError(exchange.nanos(), TimeUnit.NANOSECONDS, told);
            case Fault.Limited limited -> {
                breaker.releasePermission();
                quota.limited(limited);
            }
            case Fault.Unavailable notCalled -> breaker.releasePermission();
            case Fault.Refused answered -> well(exchange);
            case Fault.NotFound answered -> well(exchange);
            case Fault.Duplicate answered -> well(exchange);
            case Fault.Misconfigured answered -> well(exchange);
        }
        if (exchange.expired()) {
            time.onError(told);
        }
    }

    private void well(Exchange exchange) {
        breaker.onSuccess(exchange.nanos(), TimeUnit.NANOSECONDS);
        if (exchange.kind().changes()) {
            lastAtWork = clock.instant();
        }
    }

    private void enter() throws FaultException {
        Duration rest = quota.left();
        if (rest.isPositive()) {
            throw new FaultException(
                    new Fault.Limited("limit-used-up", "the system has said that it takes nothing more for now", rest));
        }
        if (!breaker.tryAcquirePermission()) {
            throw unavailable(
                    "breaker-open", "the breaker is open: the system did not answer well lately", open.remaining());
        }
        if (!rate.acquirePermission()) {
            breaker.releasePermission();
            throw unavailable(
                    "rate-limit",
                    "the configured rate is used up",
                    rate.getRateLimiterConfig().getLimitRefreshPeriod());
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            throw unavailable("bulkhead-full", "as many calls as allowed are under way", Duration.ofSeconds(1));
        }
    }

    private static FaultException unavailable(String code, String detail, Duration wait) {
        return new FaultException(new Fault.Unavailable(code, detail, wait));
    }

    private void record(String operation, String outcome, Exchange exchange) {
        Timer.builder("linkspan.system.call")
                .description("Calls to a system, from the first wait at the gate to the end of the answer")
                .tag("system", breaker.getName())
                .tag("operation", operation)
                .tag("outcome", outcome)
                .register(meters)
                .record(exchange.nanos(), TimeUnit.NANOSECONDS);
    }
}
