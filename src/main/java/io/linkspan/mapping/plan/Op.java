package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.function.SliceStep;
import org.jspecify.annotations.Nullable;

/** One compiled step of a field, with its name for the trace. */
interface Op {
    /** As the person wrote it. */
    String name();

    /** The next value; null for nothing, or after an error. */
    @Nullable
    Object apply(Run run, Object value);

    /** What sort of value it makes of one. */
    Kind kind(Kind before);

    /** The short way, where there is one. */
    default @Nullable SliceStep slices() {
        return null;
    }

    /** Whether an empty text means something to it. */
    default boolean takesEmpty() {
        return false;
    }
}
