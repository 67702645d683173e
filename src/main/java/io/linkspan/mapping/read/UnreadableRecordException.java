package io.linkspan.mapping.read;

/** A record is not well-formed, or larger than the limits allow. The one exception reading ends with. */
public final class UnreadableRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int line;
    private final int column;

    /**
     * A record that cannot be read.
     *
     * @param code {@code not_well_formed}, {@code doctype_refused}, {@code too_large}
     * @param line from 1; 0 where unknown
     * @param column from 1; 0 where unknown
     */
    public UnreadableRecordException(String code, String detail, int line, int column) {
        super(line > 0 ? "line " + line + ", column " + column + ": " + detail : detail, null, false, false);
        this.code = code;
        this.line = line;
        this.column = column;
    }

    /** What is wrong, short and stable. */
    public String code() {
        return code;
    }

    /** Where, from 1; 0 where unknown. */
    public int line() {
        return line;
    }

    /** Where, from 1; 0 where unknown. */
    public int column() {
        return column;
    }
}
