package io.linkspan.mapping.plan;

import io.linkspan.mapping.function.Slice;
import io.linkspan.mapping.read.Frame;
import org.jspecify.annotations.Nullable;

/** The short way of a {@link Source}: characters as they lie in the record. */
@FunctionalInterface
interface SliceSource {
    /** The value; null where {@link Source#read} has to be asked. It is good until the next is read. */
    @Nullable
    Slice read(Run run, Frame here);
}
