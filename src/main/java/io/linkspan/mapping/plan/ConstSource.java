package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;

/** Always the same. */
record ConstSource(Object value) implements Source {
    @Override
    public Object read(Run run, Frame here) {
        return value;
    }

    @Override
    public Kind kind() {
        return ResultKinds.ofConstant(value);
    }
}
