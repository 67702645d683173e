package io.linkspan.mapping.path;

import java.math.BigDecimal;

/** What a predicate asks. */
public sealed interface Condition {
    /** Both. */
    record And(Condition left, Condition right) implements Condition {}

    /** Either. */
    record Or(Condition left, Condition right) implements Condition {}

    /** The opposite. */
    record Not(Condition inner) implements Condition {}

    /** Whether there is such a value, be it empty or nil. */
    record Exists(Path path) implements Condition {}

    /** A comparison; where a path gives several values, one that fits is enough. */
    record Compare(Operand left, Operator operator, Operand right) implements Condition {}

    /** How two operands are compared: numbers by value, anything else as text. */
    enum Operator {
        /** {@code =}. */
        EQUAL,
        /** {@code !=}. */
        UNEQUAL,
        /** {@code <}. */
        LESS,
        /** {@code <=}. */
        AT_MOST,
        /** {@code >}. */
        MORE,
        /** {@code >=}. */
        AT_LEAST,
        /** {@code contains(a, b)}. */
        CONTAINS,
        /** {@code starts-with(a, b)}. */
        STARTS_WITH,
        /** {@code ends-with(a, b)}. */
        ENDS_WITH
    }

    /** One side of a comparison. */
    sealed interface Operand {}

    /** A text in quotes. */
    record Text(String text) implements Operand {}

    /** A number. */
    record Numeral(BigDecimal number) implements Operand {}

    /** The values at a path. */
    record At(Path path) implements Operand {}

    /** {@code last()}, less some. */
    record Last(int back) implements Operand {}

    /** A position some places on: {@code $position()+1}. */
    record Moved(Path position, int by) implements Operand {}

    /** A value changed before it is compared. */
    record Changed(Change change, Operand inner) implements Operand {}

    /** How a value is changed before it is compared. */
    enum Change {
        /** {@code trim(x)}. */
        TRIM,
        /** {@code lower(x)}. */
        LOWER,
        /** {@code upper(x)}. */
        UPPER
    }
}
