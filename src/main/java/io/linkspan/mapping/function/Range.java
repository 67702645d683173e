package io.linkspan.mapping.function;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The smallest and the largest number allowed, both included. */
record Range(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    /** Reads the keys {@code min} and {@code max}. */
    static Range of(Argument argument) {
        BigDecimal least = argument.number("min");
        BigDecimal most = argument.number("max");
        if (least != null && most != null && least.compareTo(most) > 0) {
            argument.refuse(argument.place("min"), "has a min above its max", "swap them");
        }
        return new Range(least, most);
    }

    /** Whether any number is allowed. */
    boolean isOpen() {
        return least == null && most == null;
    }

    boolean holds(BigDecimal number, Notes notes) {
        if (least != null && number.compareTo(least) < 0) {
            notes.error(Decimals.OUT_OF_RANGE, "at least " + least.toPlainString() + " was expected");
            return false;
        }
        if (most != null && number.compareTo(most) > 0) {
            notes.error(Decimals.OUT_OF_RANGE, "at most " + most.toPlainString() + " was expected");
            return false;
        }
        return true;
    }

    /** The number moved to the nearer end where it lies outside. */
    BigDecimal nearest(BigDecimal number) {
        if (least != null && number.compareTo(least) < 0) {
            return least;
        }
        return most != null && number.compareTo(most) > 0 ? most : number;
    }
}
