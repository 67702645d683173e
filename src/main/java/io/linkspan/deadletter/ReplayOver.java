package io.linkspan.deadletter;

import java.util.UUID;

/** A replay that is over cannot be paused, resumed or stopped. */
public final class ReplayOver extends RuntimeException {
    ReplayOver(UUID id, ReplayStatus status) {
        super("replay " + id + " is " + status);
    }
}
