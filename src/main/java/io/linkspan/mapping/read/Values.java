package io.linkspan.mapping.read;

import java.util.List;
import java.util.function.UnaryOperator;

/** One side of a comparison, as texts. */
@FunctionalInterface
interface Values {
    List<String> of(Reading reading, Frame candidate, Frame field, int position, int size);

    static Values constant(String text) {
        List<String> one = List.of(text);
        return (reading, candidate, field, position, size) -> one;
    }

    /** The same, each text changed. */
    default Values changed(UnaryOperator<String> change) {
        return (reading, candidate, field, position, size) -> of(reading, candidate, field, position, size).stream()
                .map(change)
                .toList();
    }
}
