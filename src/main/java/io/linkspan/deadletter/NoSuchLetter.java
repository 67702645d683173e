package io.linkspan.deadletter;

import java.util.UUID;

/** There is no dead letter of this id. */
public final class NoSuchLetter extends RuntimeException {
    NoSuchLetter(UUID id) {
        super("there is no dead letter " + id);
    }
}
