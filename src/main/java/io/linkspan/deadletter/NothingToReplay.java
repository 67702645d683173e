package io.linkspan.deadletter;

/** None of the letters meant is open. */
public final class NothingToReplay extends RuntimeException {
    NothingToReplay() {
        super("none of the dead letters meant is open");
    }
}
