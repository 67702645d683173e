package io.linkspan.deadletter;

import java.util.UUID;

/** There is no replay of this id. */
public final class NoSuchReplay extends RuntimeException {
    NoSuchReplay(UUID id) {
        super("there is no replay " + id);
    }
}
