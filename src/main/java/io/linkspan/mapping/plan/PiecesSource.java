package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of entries each with a rule of its own; those not there are left out, those of an {@code each} stand beside the others. */
record PiecesSource(List<Part> pieces, Set<Part> several) implements Source {
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
            if (several.contains(piece) && value instanceof List<?> entries) {
                entries.stream().filter(entry -> !Map.of().equals(entry)).forEach(values::add);
            } else if (!(value instanceof Missing) && !empty) {
                values.add(value);
            }
        }
        return values;
    }
}
