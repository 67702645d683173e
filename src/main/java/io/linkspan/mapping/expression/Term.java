package io.linkspan.mapping.expression;

import org.jspecify.annotations.Nullable;

/** One piece of a compiled expression. */
@FunctionalInterface
interface Term {
    /** Its value; null is CEL's null, {@link Unknown#VALUE} what cannot be told. */
    @Nullable
    Object value(Env env);
}
