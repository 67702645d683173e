package io.linkspan.admin.flows;

/** What was asked for is not there. */
@SuppressWarnings("serial")
public final class NoSuchThing extends RuntimeException {
    NoSuchThing(String what) {
        super("there is no " + what);
    }
}
