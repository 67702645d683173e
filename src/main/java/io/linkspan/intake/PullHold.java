package io.linkspan.intake;

import java.time.Instant;

/**
 * Why a flow is not being read, by no replica, until a person resumes it.
 *
 * @param why in a person's words
 * @param by who held it: a person's name, or the pull itself
 */
public record PullHold(Cause cause, String why, String by, Instant since) {
    /** What holds a pull. */
    public enum Cause {
        /** A person paused it. */
        PAUSED,
        /** It stopped itself: the source answered what cannot be trusted, and going on could lose records. */
        STOPPED
    }
}
