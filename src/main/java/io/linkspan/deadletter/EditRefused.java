package io.linkspan.deadletter;

/** An edited record that could not be delivered for certain: not well-formed, or another record than before. */
public final class EditRefused extends RuntimeException {
    EditRefused(String why) {
        super(why);
    }
}
