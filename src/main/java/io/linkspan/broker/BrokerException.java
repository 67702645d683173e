package io.linkspan.broker;

/** The broker did not take something, or cannot be asked just now. The message is a sentence for a person. */
public class BrokerException extends RuntimeException {
    BrokerException(String message) {
        super(message);
    }

    BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
