package io.linkspan.broker;

/**
 * The broker cannot be used as it is configured: not reachable, credentials refused, too old, queues of other arguments
 * in the way, or a data directory another process uses. The message is one line that says what and how to mend it.
 */
public final class BrokerStartException extends BrokerException {
    BrokerStartException(String message) {
        super(message);
    }

    BrokerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
