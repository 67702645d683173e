package io.linkspan.system;

import java.util.Optional;
import java.util.Set;

/** The configured systems by name: {@code linkspan.systems.<name>} in the configuration. */
public interface Systems {
    /** The names configured. */
    Set<String> names();

    /** The system records can be read from by this name. */
    Optional<Source> source(String name);

    /** The system records can be pushed to by this name. */
    Optional<Target> target(String name);

    /** Whether calls to the system would be let through now: false while its breaker is open. */
    boolean reachable(String name);
}
