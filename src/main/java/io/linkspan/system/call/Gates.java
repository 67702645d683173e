package io.linkspan.system.call;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.linkspan.system.Systems;
import io.linkspan.system.settings.SystemSettings;
import io.linkspan.system.settings.SystemsMisconfigured;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;

/**
 * Makes each system's gate out of the registries that {@code resilience4j.*} configures; an instance is named as its system.
 * Only the time-out has a second home: {@code linkspan.systems.<name>.timeouts.call} counts where {@code
 * resilience4j.timelimiter.instances.<name>} is not configured.
 */
public final class Gates {
    private final CircuitBreakerRegistry breakers;
    private final RateLimiterRegistry rates;
    private final BulkheadRegistry bulkheads;
    private final TimeLimiterRegistry times;
    private final Deadlines deadlines;
    private final MeterRegistry meters;
    private final InstantSource clock;

    /** All gates share the registries, the meters and the deadlines' thread. */
    public Gates(
            CircuitBreakerRegistry breakers,
            RateLimiterRegistry rates,
            BulkheadRegistry bulkheads,
            TimeLimiterRegistry times,
            Deadlines deadlines,
            MeterRegistry meters,
            InstantSource clock) {
        this.breakers = breakers;
        this.rates = rates;
        this.bulkheads = bulkheads;
        this.times = times;
        this.deadlines = deadlines;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * The gate of a system.
     *
     * @param watchers are told of its breaker; may still grow
     */
    public Gate open(SystemSettings settings, List<Systems.Watcher> watchers) {
        String name = settings.name();
        CircuitBreaker breaker = breakers.circuitBreaker(name);
        if (!breaker.getCircuitBreakerConfig().isAutomaticTransitionFromOpenToHalfOpenEnabled()) {
            throw new SystemsMisconfigured(List.of("resilience4j.circuitbreaker.instances." + name
                    + ".automatic-transition-from-open-to-half-open-enabled: must be true, or consumers that wait for the"
                    + " system would wait for ever; set it here or under resilience4j.circuitbreaker.configs.default"));
        }
        return new Gate(
                breaker,
                new OpenBreaker(breaker, clock, watchers),
                new Quota(clock, new RetryAfter(clock, settings.limits())),
                rates.rateLimiter(name),
                bulkheads.bulkhead(name),
                time(settings),
                deadlines,
                meters,
                clock);
    }

    private TimeLimiter time(SystemSettings settings) {
        return times.find(settings.name())
                .orElseGet(() -> times.timeLimiter(
                        settings.name(),
                        TimeLimiterConfig.custom()
                                .timeoutDuration(settings.timeouts().call())
                                .build()));
    }
}
