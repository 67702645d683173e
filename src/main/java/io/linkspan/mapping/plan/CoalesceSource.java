package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first of several values that is there. */
record CoalesceSource(List<ValuePart> pieces) implements Source {
    @Override
    public Kind kind() {
        return pieces.stream().map(Part::kind).reduce(ResultKinds::joined).orElse(Kind.ANY);
    }

    @Override
    public List<Part> uses() {
        return List.copyOf(pieces);
    }

    @Override
    public @Nullable Object read(Run run, Frame here) {
        boolean there = false;
        for (ValuePart piece : pieces) {
            Object value = piece.value(run, here);
            if (!(value instanceof Missing) || value == Missing.FAILED) {
                return value;
            }
            there |= value == Missing.NULL;
        }
        return there ? "" : null;
    }
}
