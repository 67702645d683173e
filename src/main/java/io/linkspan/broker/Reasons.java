package io.linkspan.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import org.jspecify.annotations.Nullable;

/** What an exception of the AMQP client means, in a few words. */
final class Reasons {
    private Reasons() {}

    /** What the broker said, if it said something, else the innermost message there is. */
    static String of(Throwable thrown) {
        ShutdownSignalException signal = signal(thrown);
        if (signal != null && signal.getReason() instanceof AMQP.Channel.Close close) {
            return close.getReplyCode() + " " + close.getReplyText();
        }
        if (signal != null && signal.getReason() instanceof AMQP.Connection.Close close) {
            return close.getReplyCode() + " " + close.getReplyText();
        }
        String words = thrown.getClass().getSimpleName();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                words = cause.getMessage();
            }
        }
        return words;
    }

    /** Whether the broker closed with this reply code. */
    static boolean hasCode(Throwable thrown, int code) {
        return of(thrown).startsWith(code + " ");
    }

    private static @Nullable ShutdownSignalException signal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ShutdownSignalException signal) {
                return signal;
            }
        }
        return null;
    }
}
