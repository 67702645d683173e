package io.linkspan.mapping.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Calculates exactly. Whole numbers within 64 bits stay whole; everything else is decimal. */
final class Numbers {
    private static final int MOST_DIGITS = 2_000;

    private Numbers() {}

    static boolean isNumber(@Nullable Object value) {
        return value instanceof Number;
    }

    static BigDecimal decimal(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case BigInteger number -> new BigDecimal(number);
            case Number number -> BigDecimal.valueOf(number.longValue());
            default -> throw new ExpressionException("a number is needed");
        };
    }

    static int compare(Object left, Object right) {
        return left instanceof Long a && right instanceof Long b
                ? Long.compare(a, b)
                : decimal(left).compareTo(decimal(right));
    }

    static Object calculate(String operator, Object left, Object right) {
        try {
            return left instanceof Long a && right instanceof Long b
                    ? whole(operator, a, b)
                    : bounded(exact(operator, decimal(left), decimal(right)));
        } catch (ArithmeticException impossible) {
            throw new ExpressionException("the calculation is not possible: " + impossible.getMessage());
        }
    }

    private static Object whole(String operator, long left, long right) {
        return switch (operator) {
            case "_+_" -> Math.addExact(left, right);
            case "_-_" -> Math.subtractExact(left, right);
            case "_*_" -> Math.multiplyExact(left, right);
            case "_/_" -> Math.divideExact(left, right);
            default -> left % right;
        };
    }

    private static BigDecimal exact(String operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case "_+_" -> left.add(right);
            case "_-_" -> left.subtract(right);
            case "_*_" -> left.multiply(right);
            case "_/_" -> left.divide(right, MathContext.DECIMAL128);
            default -> left.remainder(right);
        };
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new ExpressionException("the number has more than " + MOST_DIGITS + " digits");
        }
        return number;
    }

    static Object negated(Object value) {
        return value instanceof Long whole
                ? (Object) Math.negateExact(whole)
                : decimal(value).negate();
    }

    /** A text as a number. */
    static BigDecimal parsed(String text) {
        try {
            if (text.length() <= MOST_DIGITS) {
                return bounded(new BigDecimal(text.strip()));
            }
        } catch (NumberFormatException notANumber) {
            throw new ExpressionException("the text is no number");
        }
        throw new ExpressionException("the number has more than " + MOST_DIGITS + " digits");
    }
}
