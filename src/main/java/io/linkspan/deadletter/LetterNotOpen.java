package io.linkspan.deadletter;

import java.util.UUID;

/** A dead letter can be edited only while it is open. */
public final class LetterNotOpen extends RuntimeException {
    LetterNotOpen(UUID id, LetterStatus status) {
        super("dead letter " + id + " is " + status + ", only an OPEN one can be edited");
    }
}
