package io.linkspan.mapping.path;

/** A path cannot be read; never leaves this package. */
final class BadPath extends Exception {
    private static final long serialVersionUID = 1L;

    private final int at;
    private final String what;
    private final String mend;

    BadPath(int at, String what, String mend) {
        super(what, null, false, false);
        this.at = at;
        this.what = what;
        this.mend = mend;
    }

    /** The character, from 0. */
    int at() {
        return at;
    }

    String what() {
        return what;
    }

    String mend() {
        return mend;
    }
}
