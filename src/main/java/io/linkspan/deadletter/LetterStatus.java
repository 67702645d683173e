package io.linkspan.deadletter;

/** Where a dead letter stands. */
public enum LetterStatus {
    /** Waits for a person. */
    OPEN,
    /** Is part of a replay. */
    REPLAYING,
    /** A replay brought it to the target. */
    DELIVERED,
    /** A newer state of the record has reached the target meanwhile. */
    SUPERSEDED,
    /** A person decided that it shall not be delivered. */
    DISCARDED
}
