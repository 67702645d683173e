package io.linkspan.ledger;

/**
 * The database cannot be reached or does not do what it must. At start the program ends with one line; while running,
 * what was being done has not happened and is to be held until the database is back.
 */
public final class DatabaseUnavailable extends RuntimeException {
    private final String mend;

    DatabaseUnavailable(String message, String mend, Throwable cause) {
        super(message, cause);
        this.mend = mend;
    }

    /** What a person can do about it. */
    public String mend() {
        return mend;
    }
}
