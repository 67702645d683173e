package io.linkspan.sandbox.http;

/** How an answer leaves the house. */
public enum Manner {
    /** As HTTP has it. */
    WHOLE,
    /** The head and about half of the body, then the connection is reset. */
    HALF_THEN_RESET,
    /** The head and about half of the body, then the connection is closed as if all were said. */
    HALF_THEN_CLOSE,
    /** Not a byte; the connection is closed. */
    CLOSE,
    /** Not a byte; the connection is reset. */
    RESET
}
