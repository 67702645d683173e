package io.linkspan.sandbox.http;

/** Answers requests. Called on the virtual thread of the connection, so it may wait. */
@FunctionalInterface
public interface Handler {
    /** The answer to one request. An exception becomes a 500. */
    Answer answer(Request request) throws InterruptedException;
}
