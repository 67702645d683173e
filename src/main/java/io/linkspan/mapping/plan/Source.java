package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a field's value begins. */
@FunctionalInterface
interface Source {
    /** The value; null where absent, {@link Missing#NIL} or {@link Missing#FAILED} where it is that. */
    @Nullable
    Object read(Run run, Frame here);

    /** The short way, where there is one. */
    default @Nullable SliceSource slices() {
        return null;
    }

    /** What sort of value it gives. */
    default Kind kind() {
        return Kind.ANY;
    }

    /** The other parts whose values it needs. */
    default List<Part> uses() {
        return List.of();
    }
}
