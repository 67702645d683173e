package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.function.SliceStep;
import io.linkspan.mapping.function.Step;
import org.jspecify.annotations.Nullable;

/** A function of the language as a step. */
record FunctionOp(String name, Step step, Kind result) implements Op {
    @Override
    public @Nullable Object apply(Run run, Object value) {
        return value instanceof String text ? step.text(text, run) : step.apply(value, run);
    }

    @Override
    public Kind kind(Kind before) {
        return before == Kind.LIST ? Kind.LIST : result;
    }

    @Override
    public @Nullable SliceStep slices() {
        return step.slices();
    }

    @Override
    public boolean takesEmpty() {
        return step.takesEmpty();
    }
}
