package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A list of entries each with a rule of its own; those not there are left out. */
record PiecesSource(List<Part> pieces) implements Source {
    @Override
    public Kind kind() {
        return Kind.LIST;
    }

    @Override
    public List<Part> uses() {
        return pieces;
    }

    @Override
    public Object read(Run run, Frame here) {
        List<Object> values = new ArrayList<>(pieces.size());
        for (Part piece : pieces) {
            Object value = piece.value(run, here);
            if (value == Missing.FAILED) {
                return Missing.FAILED;
            }
            boolean empty = value instanceof Map<?, ?> map && map.isEmpty();
            if (!(value instanceof Missing) && !empty) {
                values.add(value);
            }
        }
        return values;
    }
}
