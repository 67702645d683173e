package io.linkspan.mapping;

import java.util.Optional;

/** Finds the target's ids of records delivered before. */
@FunctionalInterface
public interface References {
    /** Knows no record: every reference stays unresolved. */
    References NONE = (flow, key) -> Optional.empty();

    /** The id the target gave a record of a flow, found by its record key. */
    Optional<String> targetId(String flow, String key);
}
