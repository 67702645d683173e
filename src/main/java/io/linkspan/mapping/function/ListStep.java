package io.linkspan.mapping.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step about a list as a whole; a single value counts as a list of one. */
interface ListStep extends Step {
    @Nullable
    Object list(List<?> values, Notes notes);

    @Override
    default @Nullable Object apply(Object value, Notes notes) {
        return list(value instanceof List<?> list ? list : List.of(value), notes);
    }
}
