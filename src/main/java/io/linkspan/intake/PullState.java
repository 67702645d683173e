package io.linkspan.intake;

import java.time.Instant;

/** What a flow's pull is doing, for operators. */
public sealed interface PullState {
    /** Resting until the next pull. */
    record Resting(Instant next) implements PullState {}

    /** Reading since then. */
    record Reading(Instant since) implements PullState {}

    /** Something passes by itself: another replica holds the lease, the queues are long, the source does not answer. */
    record Waiting(String why, Instant next) implements PullState {}

    /** A person should look: the source refuses us, say. The checkpoint stays; tried again now and then. */
    record Troubled(String why, Instant next) implements PullState {}

    /** Paused by a person, or stopped by itself: the checkpoint stays until a person resumes it. */
    record Held(PullHold hold) implements PullState {}
}
