package io.linkspan.mapping.function;

import org.jspecify.annotations.Nullable;

/**
 * One compiled step of a field's rule. Holds no state of a record, so that one step serves every thread.
 *
 * <p>Values in flight are {@link String}, {@link java.math.BigDecimal}, {@link Long}, {@link Boolean}, {@link
 * java.time.LocalDate}, {@link java.time.LocalDateTime}, {@link java.time.Instant}, {@link java.time.OffsetDateTime} or a
 * {@link java.util.List} of them. Absent and nil values never reach a step; an empty text does only where the function
 * says so.
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
}
