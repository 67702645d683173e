package io.linkspan.mapping.function;

import org.jspecify.annotations.Nullable;

/**
 * One compiled step of a field's rule. Holds no state of a record, so that one step serves every thread.
 *
 * <p>Values in flight are {@link String}, {@link java.math.BigDecimal}, {@link Long}, {@link Boolean}, or a {@link
 * java.util.List} of them; dates and times are texts in ISO 8601. A step also understands {@link Integer}, {@link
 * java.math.BigInteger} and the types of {@code java.time}, should an expression hand them on, but returns none. Absent
 * and nil values never reach a step; an empty text does only where {@link #takesEmpty} says so. A list is taken item by
 * item, items that come to nothing left out, unless the function says that it is about lists.
 */
@FunctionalInterface
public interface Step {
    /**
     * Takes a value one step further.
     *
     * @return the next value; null for "nothing there", or after an error was noted
     */
    @Nullable
    Object apply(Object value, Notes notes);

    /** The same for a text, which most values are. */
    default @Nullable Object text(String text, Notes notes) {
        return apply(text, notes);
    }

    /** The short way, where there is one. */
    default @Nullable SliceStep slices() {
        return null;
    }

    /** Whether an empty text means something to this step, such as a token {@code ""} of a boolean. */
    default boolean takesEmpty() {
        return false;
    }
}
