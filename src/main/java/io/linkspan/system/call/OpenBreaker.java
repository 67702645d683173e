package io.linkspan.system.call;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.linkspan.system.Systems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one breaker: knows how long it stays open, and tells those who want to know. */
final class OpenBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(OpenBreaker.class);
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final String system;
    private final InstantSource clock;
    private final Duration wait;
    private final List<Systems.Watcher> watchers;
    private volatile Instant until = Instant.EPOCH;
    private volatile @Nullable Instant opened;

    OpenBreaker(CircuitBreaker breaker, InstantSource clock, List<Systems.Watcher> watchers) {
        this.system = breaker.getName();
        this.clock = clock;
        this.watchers = watchers;
        this.wait = Duration.ofMillis(breaker.getCircuitBreakerConfig()
                .getWaitIntervalFunctionInOpenState()
                .apply(1));
        breaker.getEventPublisher().onStateTransition(this::turned);
    }

    private void turned(CircuitBreakerOnStateTransitionEvent event) {
        switch (event.getStateTransition().getToState()) {
            case OPEN, FORCED_OPEN -> {
                opened = clock.instant();
                until = clock.instant().plus(wait);
                LOG.warn("system {} is unreachable: calls are held back", system);
                watchers.forEach(watcher -> watcher.onUnreachable(system));
            }
            case HALF_OPEN -> {
                LOG.info("system {} is being probed", system);
                watchers.forEach(watcher -> watcher.onReachable(system, true));
            }
            case CLOSED, DISABLED, METRICS_ONLY -> {
                LOG.info("system {} is reachable again", system);
                watchers.forEach(watcher -> watcher.onReachable(system, false));
            }
        }
    }

    /** Whether it has opened after that time, or ever where there is none. */
    boolean openedSince(@Nullable Instant time) {
        Instant at = opened;
        return at != null && (time == null || at.isAfter(time));
    }

    /** How long it will stay open, as far as is known; never nothing. */
    Duration remaining() {
        Duration remaining = Duration.between(clock.instant(), until);
        return remaining.compareTo(SHORTEST) < 0 ? SHORTEST : remaining;
    }
}
