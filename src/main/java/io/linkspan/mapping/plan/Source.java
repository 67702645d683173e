package io.linkspan.mapping.plan;

import io.linkspan.mapping.read.Frame;
import org.jspecify.annotations.Nullable;

/** Where a field's value begins. */
@FunctionalInterface
interface Source {
    /** The value; null where absent, {@link Missing#NIL} or {@link Missing#FAILED} where it is that. */
    @Nullable
    Object read(Run run, Frame here);
}
