package io.linkspan.broker;

/**
 * The broker cannot be used as it is configured: not reachable, credentials refused, too old, queues of other arguments
 * in the way, or a data directory another process uses. The message is one line that says what is wrong; the mend says
 * what to do. Never shows a password.
 */
public final class BrokerStartException extends BrokerException {
    private final String mend;

    BrokerStartException(String message, String mend) {
        super(message);
        this.mend = mend;
    }

    BrokerStartException(String message, String mend, Throwable cause) {
        super(message, cause);
        this.mend = mend;
    }

    /** What to do about it. */
    public String mend() {
        return mend;
    }
}
