package io.linkspan.deadletter;

import java.time.Instant;
import java.util.UUID;

/**
 * Records sent again, and how far that is.
 *
 * @param cause why it does not go on, in words; empty while it does
 */
public record Replay(
        UUID id,
        ReplayStatus status,
        String cause,
        String reason,
        String by,
        Instant at,
        int aSecond,
        int canary,
        double stopAt,
        Forgiven forgiven,
        Counts counts) {
    /** So many must have ended before a share of them says something. */
    private static final int SAMPLE = 10;

    /** What had ended and died when somebody resumed the replay in spite of that. */
    record Forgiven(int ended, int dead) {}

    /**
     * How many records are how far.
     *
     * @param waiting not sent yet
     * @param sent on their way
     * @param delivered the target holds them now, or held the same already
     * @param superseded a newer state was delivered meanwhile
     * @param dead dead again
     * @param left not sent, because the replay was stopped
     */
    public record Counts(int waiting, int sent, int delivered, int superseded, int dead, int left) {
        /** All of them. */
        public int total() {
            return waiting + sent + delivered + superseded + dead + left;
        }

        int ended() {
            return delivered + superseded + dead;
        }
    }

    /** Whether more of what has ended has died than is allowed; decided on a sample, which the canaries are too. */
    boolean failing() {
        int ended = counts.ended() - forgiven.ended();
        int sample = status == ReplayStatus.CANARY ? Math.min(canary, counts.total()) - forgiven.ended() : SAMPLE;
        boolean enough = ended >= sample || counts.waiting() + counts.sent() == 0;
        return enough && ended > 0 && (double) (counts.dead() - forgiven.dead()) / ended > stopAt;
    }

    /** Whether everything that was sent has ended. */
    boolean quiet() {
        return counts.sent() == 0;
    }

    /** How it goes on after a pause: the others still wait for canaries that have not all ended. */
    ReplayStatus resumed() {
        return counts.ended() < Math.min(canary, counts.total()) ? ReplayStatus.CANARY : ReplayStatus.RUNNING;
    }

    /** How many may be sent now, if the rate allows so many. */
    int open() {
        int gone = counts.total() - counts.waiting();
        return switch (status) {
            case CANARY -> Math.max(0, Math.min(counts.waiting(), canary - gone));
            case RUNNING -> counts.waiting();
            case PAUSED, STOPPED, FINISHED -> 0;
        };
    }
}
