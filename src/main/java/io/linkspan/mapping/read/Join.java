package io.linkspan.mapping.read;

import java.util.List;

/**
 * A test whether an element has a value of the record or item the field belongs to: {@code [OrderNo=$OrderNo]}.
 *
 * @param own the element's values, which depend on nothing else
 * @param wanted the values looked for, the same for every element
 */
record Join(Values own, Values wanted) implements Test {
    @Override
    public boolean passes(Reading reading, Frame candidate, Frame field, int position, int size) {
        List<String> looked = wanted.of(reading, candidate, field, position, size);
        for (String value : own.of(reading, candidate, field, position, size)) {
            if (looked.contains(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Join join() {
        return this;
    }
}
