package io.linkspan.mapping.expression;

import java.util.Map;
import java.util.Set;

/**
 * The fields an expression can name.
 *
 * @param kinds those it may have named, each with what it gives
 * @param all every one, for mends
 * @param more whether there may be fields nobody knows of, because they could not be read
 */
public record Names(Map<String, Kind> kinds, Set<String> all, boolean more) {
    /** Keeps the names safe from changes. */
    public Names {
        kinds = Map.copyOf(kinds);
        all = Set.copyOf(all);
    }
}
