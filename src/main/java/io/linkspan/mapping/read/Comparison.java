package io.linkspan.mapping.read;

import io.linkspan.mapping.path.Condition.Operator;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares two texts: by value where both are plain numbers and the operator is about order, else as they are. */
record Comparison(Operator operator) {
    private static final int MOST_DIGITS = 100;

    boolean anyHolds(List<String> lefts, List<String> rights) {
        for (String left : lefts) {
            for (String right : rights) {
                if (holds(left, right)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean holds(String left, String right) {
        return switch (operator) {
            case EQUAL -> left.equals(right);
            case UNEQUAL -> !left.equals(right);
            case LESS -> order(left, right) < 0;
            case AT_MOST -> order(left, right) <= 0;
            case MORE -> order(left, right) > 0;
            case AT_LEAST -> order(left, right) >= 0;
            case CONTAINS -> left.contains(right);
            case STARTS_WITH -> left.startsWith(right);
            case ENDS_WITH -> left.endsWith(right);
        };
    }

    private static int order(String left, String right) {
        BigDecimal a = number(left);
        BigDecimal b = number(right);
        return a == null || b == null ? left.compareTo(right) : a.compareTo(b);
    }

    private static @Nullable BigDecimal number(String text) {
        String bare = text.strip();
        if (bare.isEmpty() || bare.length() > MOST_DIGITS) {
            return null;
        }
        try {
            return new BigDecimal(bare);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
