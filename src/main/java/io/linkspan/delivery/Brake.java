package io.linkspan.delivery;

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
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the consumers of a troubled system still, so that an outage or a rate limit spends no attempt and fills no retry
 * queue. Systems that are well are not touched.
 */
final class Brake {
    private static final Logger LOG = LoggerFactory.getLogger(Brake.class);

    private final InstantSource clock;
    private final Predicate<String> reachable;
    private final Consumer<String> pause;
    private final Consumer<String> resume;
    private final Map<String, Instant> until = new HashMap<>();

    /**
     * @param reachable whether a system's breaker lets calls through
     * @param pause stops consuming for a system
     * @param resume goes on consuming for a system
     */
    Brake(InstantSource clock, Predicate<String> reachable, Consumer<String> pause, Consumer<String> resume) {
        this.clock = clock;
        this.reachable = reachable;
        this.pause = pause;
        this.resume = resume;
    }

    /** Whether a fault says that the system as a whole is in trouble and further calls would only meet it again. */
    static boolean applies(Fault fault) {
        return switch (fault) {
            case Unavailable held -> true;
            case Unreachable away -> true;
            case Limited limited -> true;
            case Misconfigured wrong -> true;
            case Passing one -> false;
            case Unsure one -> false;
            case Refused one -> false;
            case NotFound one -> false;
            case Duplicate one -> false;
        };
    }

    /** Stops a system's consumers for a while; pressed twice, the later end counts. */
    synchronized void press(String system, Duration time, String why) {
        Instant end = clock.instant().plus(time);
        Instant before = until.get(system);
        if (before == null) {
            LOG.warn("{} is not to be called for now: {}", system, why);
            pause.accept(system);
        }
        if (before == null || end.isAfter(before)) {
            until.put(system, end);
        }
    }

    /** Lets go of every system that is reachable and whose time is over; to be called every so often. */
    synchronized void release() {
        Instant now = clock.instant();
        Set<String> free = new HashSet<>();
        until.forEach((system, end) -> {
            if (!end.isAfter(now) && reachable.test(system)) {
                free.add(system);
            }
        });
        free.forEach(system -> {
            until.remove(system);
            LOG.info("{} may be called again", system);
            resume.accept(system);
        });
    }

    /** Holds or frees what was not there, or belonged to another system, when the system was stopped. */
    synchronized void align(String system, Runnable hold, Runnable free) {
        (until.containsKey(system) ? hold : free).run();
    }

    /** The systems held still now. */
    synchronized Set<String> pressed() {
        return Set.copyOf(until.keySet());
    }
}
