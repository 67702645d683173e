package io.linkspan.mapping.function;

import org.jspecify.annotations.Nullable;

/**
 * Where a step says what it noticed about the value in its hands, and what it may ask about the record the value is
 * from. The engine knows which field is meant and which value the step was given.
 */
public interface Notes {
    /**
     * The value cannot be used; the record will not be sent.
     *
     * @param code short and stable, in snake case: {@code not_a_number}
     * @param detail what was expected, without the value itself (it may be sensitive)
     */
    void error(String code, String detail);

    /** The value was used, but somebody should know: {@code lookup_miss}, {@code truncated}. */
    void warning(String code, String detail);

    /**
     * Another value of the same record.
     *
     * @param sibling what {@link Function.Surroundings#sibling} gave when the step was compiled
     * @return its text; null where it is absent, nil or empty
     */
    @Nullable
    String sibling(int sibling);
}
