package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import java.util.List;

/** Always the same. */
record ConstSource(Object value) implements Source {
    @Override
    public Object read(Run run, Frame here) {
        return value;
    }

    /** Whether it is null, an empty or blank text, or an empty list. */
    boolean isNothing() {
        return switch (value) {
            case Missing nothing -> true;
            case String text -> text.isBlank();
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }

    @Override
    public Kind kind() {
        return ResultKinds.ofConstant(value);
    }
}
