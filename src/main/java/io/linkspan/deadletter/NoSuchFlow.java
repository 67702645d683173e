package io.linkspan.deadletter;

/** The flow a letter belongs to is not in force. */
public final class NoSuchFlow extends RuntimeException {
    NoSuchFlow(String flow) {
        super("the flow '" + flow + "' is not in force: its file is gone or was refused");
    }
}
