package io.linkspan.mapping.expression;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares values. */
final class Comparisons {
    private static final int LENGTH_OF_A_DAY = 10;

    private Comparisons() {}

    /** Whether two values are the same; a text that is not there, an empty one and null are. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            Object other = left == null ? right : left;
            return other == null || other.equals("");
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right) == 0;
        }
        return (left instanceof List<?> a && right instanceof List<?> b) ? sameLists(a, b) : left.equals(right);
    }

    private static boolean sameLists(List<?> left, List<?> right) {
        boolean same = left.size() == right.size();
        for (int i = 0; same && i < left.size(); i++) {
            same = same(left.get(i), right.get(i));
        }
        return same;
    }

    /** The order of two values; unknown where one is not there. */
    static Object ordered(String operator, @Nullable Object left, @Nullable Object right) {
        if (isMissing(left) || isMissing(right) || left == null || right == null) {
            return Unknown.VALUE;
        }
        int order = order(left, right);
        return switch (operator) {
            case "_<_" -> order < 0;
            case "_<=_" -> order <= 0;
            case "_>_" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null || value.equals("");
    }

    private static int order(Object left, Object right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right);
        }
        return switch (left) {
            case String a when right instanceof String b -> texts(a, b);
            case Boolean a when right instanceof Boolean b -> a.compareTo(b);
            case Instant a when right instanceof Instant b -> a.compareTo(b);
            case Duration a when right instanceof Duration b -> a.compareTo(b);
            default -> throw new ExpressionException("values of different kinds have no order");
        };
    }

    /** Points in time are compared as such, also where one is written with an offset or a fraction. */
    private static int texts(String left, String right) {
        if (isTime(left) && isTime(right)) {
            try {
                return OffsetDateTime.parse(left)
                        .toInstant()
                        .compareTo(OffsetDateTime.parse(right).toInstant());
            } catch (DateTimeParseException ordinary) {
                return left.compareTo(right);
            }
        }
        return left.compareTo(right);
    }

    private static boolean isTime(String text) {
        return text.length() > LENGTH_OF_A_DAY && text.charAt(LENGTH_OF_A_DAY) == 'T';
    }
}
