package io.linkspan.deadletter;

/**
 * What a person asks of a replay.
 *
 * @param letters which letters; only open ones among them are sent
 * @param reason why, for those who read it later; may be empty
 * @param by who asked
 * @param aSecond most records a second, 1 to 1000
 * @param canary how many go first and must end well before the others follow; 0 for none
 * @param stopAt the share of failures, 0 to 1, above which it pauses by itself
 */
public record ReplayOrder(LetterQuery letters, String reason, String by, int aSecond, int canary, double stopAt) {
    private static final int FASTEST = 1000;

    /** Refuses what is out of range. */
    public ReplayOrder {
        if (aSecond < 1 || aSecond > FASTEST) {
            throw new IllegalArgumentException("rate must be 1 to " + FASTEST + " records a second, not " + aSecond);
        }
        if (canary < 0) {
            throw new IllegalArgumentException("canary must be 0 or more, not " + canary);
        }
        if (!(stopAt >= 0 && stopAt <= 1)) {
            throw new IllegalArgumentException("stopAt must be a share from 0 to 1, not " + stopAt);
        }
    }
}
