package io.linkspan.mapping.expression;

/** An expression cannot be calculated for this record: a division by zero, a text that is no number. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpressionException(String what) {
        super(what, null, false, false);
    }

    /** What went wrong, without values. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
