package io.linkspan.system;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configured systems by name: {@code linkspan.systems.<name>} in the configuration. */
public interface Systems {
    /** The names configured. */
    Set<String> names();

    /** The system records can be read from by this name. */
    Optional<Source> source(String name);

    /** The system records can be pushed to by this name. */
    Optional<Target> target(String name);

    /**
     * Whether calls to the system would be let through now: false while its breaker is open, and for a name that is not
     * configured.
     */
    boolean reachable(String name);

    /** How the system has fared, for whoever has to say whether a failure is the record's or the system's. */
    Condition condition(String name);

    /**
     * How a system has fared.
     *
     * @param away whether its breaker has opened and no change has got through since
     * @param lastAtWork when it last dealt with a change, by taking or by refusing it; null where it has not since the
     *     start
     */
    record Condition(boolean away, @Nullable Instant lastAtWork) {
        /** Nothing is known of it. */
        public static final Condition UNKNOWN = new Condition(false, null);

        /** Whether it has dealt with a change since then. */
        public boolean atWorkSince(Instant time) {
            return lastAtWork != null && !lastAtWork.isBefore(time);
        }
    }

    /**
     * Tells the watcher of every change of a breaker from now on; what is so already must be asked with {@link
     * #reachable}. Call back quickly: the thread is the one whose call turned the breaker, or the breaker's own timer.
     */
    void watch(Watcher watcher);

    /** Hears when a system comes and goes. */
    interface Watcher {
        /** The breaker opened: no call is let through, so stop asking for work meant for this system. */
        void onUnreachable(String system);

        /**
         * Calls are let through again.
         *
         * @param probing true while only a few calls are let through to see whether the system is back; the breaker then
         *     tells its verdict by a second call or by {@link #onUnreachable}
         */
        void onReachable(String system, boolean probing);
    }
}
