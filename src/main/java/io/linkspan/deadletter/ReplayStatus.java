package io.linkspan.deadletter;

import java.util.Set;

/** Where a replay stands. */
public enum ReplayStatus {
    /** Sends the first few and waits to see how they end. */
    CANARY,
    /** Sends at its rate. */
    RUNNING,
    /** Sends nothing until somebody resumes it; so it is too when too many died again. */
    PAUSED,
    /** Ended by a person; what was not sent is open again. */
    STOPPED,
    /** Everything was sent and has ended. */
    FINISHED;

    private static final Set<ReplayStatus> OVER = Set.of(STOPPED, FINISHED);

    /** Whether it sends nothing more for ever. */
    public boolean over() {
        return OVER.contains(this);
    }
}
