package io.linkspan.ops;

/**
 * The start cannot go on for a reason a person can mend. The message says what is wrong and names the property or file;
 * the mend says what to do. The launcher prints both as one line and exits with 2.
 */
public final class StartFailure extends RuntimeException {
    private final String mend;

    /** What is wrong and what to do about it. */
    public StartFailure(String message, String mend) {
        super(message);
        this.mend = mend;
    }

    /** What to do about it. */
    public String mend() {
        return mend;
    }
}
