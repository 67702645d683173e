package io.linkspan.mapping.read;

import org.jspecify.annotations.Nullable;

/** A compiled predicate. */
@FunctionalInterface
interface Test {
    /**
     * Whether an element passes.
     *
     * @param candidate the element under test
     * @param field the record or item the field belongs to
     * @param position of the candidate among those left, from 1
     * @param size how many are left
     */
    boolean passes(Reading reading, Frame candidate, Frame field, int position, int size);

    /** A join that every element passes that passes the test; null where there is none. */
    default @Nullable Join join() {
        return null;
    }

    /** Whether the test needs positions. */
    default boolean counts() {
        return false;
    }
}
