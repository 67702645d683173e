package io.linkspan.mapping.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order of values: numbers by value, false before true, anything else as text; what is not there comes last. */
final class ValueOrder implements Comparator<Object> {
    static final Comparator<Object> ASCENDING = new ValueOrder();

    private static final int MOST_DIGITS = 400;

    private ValueOrder() {}

    @Override
    public int compare(Object left, Object right) {
        boolean leftIsNumber = left instanceof Number;
        if (leftIsNumber && right instanceof Number) {
            BigDecimal a = number(left);
            BigDecimal b = number(right);
            return a == null || b == null ? 0 : a.compareTo(b);
        }
        return left instanceof Boolean a && right instanceof Boolean b
                ? a.compareTo(b)
                : JoinSource.text(left).compareTo(JoinSource.text(right));
    }

    /** A value as a number; null where it is none. */
    static @Nullable BigDecimal number(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Long number -> BigDecimal.valueOf(number);
            case Integer number -> BigDecimal.valueOf(number);
            case BigInteger number -> new BigDecimal(number);
            case String text when text.length() <= MOST_DIGITS -> parsed(text.strip());
            default -> null;
        };
    }

    private static @Nullable BigDecimal parsed(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) <= MOST_DIGITS ? number : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
