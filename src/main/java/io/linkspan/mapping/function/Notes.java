package io.linkspan.mapping.function;

/** Where a step says what it noticed about the value in its hands. The engine knows which field is meant. */
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
}
