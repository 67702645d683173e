package io.linkspan.mapping.expression;

import io.linkspan.mapping.function.Notes;
import org.jspecify.annotations.Nullable;

/** Gives an expression the fields it names. */
public interface Bindings {
    /**
     * A field's value: String, Boolean, Long, BigDecimal, List or Map.
     *
     * @param index in the order of {@link Formula#names}
     * @return null where it is not there
     */
    @Nullable
    Object value(int index);

    /** Where functions of the language say what they noticed. */
    Notes notes();
}
