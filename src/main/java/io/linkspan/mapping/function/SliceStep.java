package io.linkspan.mapping.function;

import org.jspecify.annotations.Nullable;

/**
 * The short way of a {@link Step}, for the values most records have. It says nothing of a value, no error and no warning:
 * whatever is out of the ordinary goes the long way, from the beginning.
 */
@FunctionalInterface
public interface SliceStep {
    /**
     * Takes a text that is not blank one step further.
     *
     * @return the same slice, as text or as number; or another value, with which it ends; null for a value that has to go
     *     the long way, and then the slice may hold anything
     */
    @Nullable
    Object take(Slice slice);
}
