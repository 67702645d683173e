package io.linkspan.deadletter;

/** Where a dead letter stands. */
public enum LetterStatus {
    /** Waits for a person. */
    OPEN,
    /** Is part of a replay. */
    REPLAYING,
    /** The target holds it: a replay brought it there, or the same state was read again and delivered. */
    DELIVERED,
    /** A newer state of the record has reached the target meanwhile. */
    SUPERSEDED,
    /** A person decided that it shall not be delivered. */
    DISCARDED
}
