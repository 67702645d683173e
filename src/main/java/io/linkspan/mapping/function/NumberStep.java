package io.linkspan.mapping.function;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step about one number. A text must be a number as JSON writes it; a list is taken item by item. */
interface NumberStep extends Step {
    @Nullable
    Object number(BigDecimal number, Notes notes);

    @Override
    default @Nullable Object apply(Object value, Notes notes) {
        if (value instanceof List<?> list) {
            return TextStep.eachOf(this, list, notes);
        }
        BigDecimal number = of(value);
        if (number == null) {
            notes.error(Decimals.NOT_A_NUMBER, "a number such as 1234.5 was expected");
            return null;
        }
        return number(number, notes);
    }

    /** The value as an exact number; null where it is none. */
    static @Nullable BigDecimal of(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Long number -> BigDecimal.valueOf(number);
            case Integer number -> BigDecimal.valueOf(number);
            case BigInteger number -> new BigDecimal(number);
            case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
            case String text -> DecimalReader.PLAIN.read(text);
            default -> null;
        };
    }
}
