package io.linkspan.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the past that is read once more beside the live pull.
 *
 * @param from the earliest change asked for
 * @param until the latest
 * @param aSecond most records read a second
 * @param why what ended it, or what is in its way; may be empty
 * @param records how many it has read
 */
public record Backfill(
        UUID id,
        String flow,
        Instant from,
        Instant until,
        int aSecond,
        Status status,
        String why,
        long records,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt) {
    /** How far it is. */
    public enum Status {
        /** Being read, by whichever replica has its lease. */
        RUNNING,
        /** Read to its end. */
        DONE,
        /** The source's answer cannot be trusted; what was read before is delivered. */
        STOPPED,
        /** Ended by a person. */
        CANCELLED
    }
}
