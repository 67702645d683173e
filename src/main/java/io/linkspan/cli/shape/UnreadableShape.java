package io.linkspan.cli.shape;

/** A schema or sample that cannot be used. The message says where and why. */
public final class UnreadableShape extends Exception {
    /** Says where and why. */
    public UnreadableShape(String message) {
        super(message);
    }
}
