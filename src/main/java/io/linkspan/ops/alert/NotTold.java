package io.linkspan.ops.alert;

/** A message that did not arrive; the text says why, without the address, which may be a secret. */
public final class NotTold extends Exception {
    NotTold(String why) {
        super(why);
    }
}
