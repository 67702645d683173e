package io.linkspan.ops.alert;

import java.time.Instant;

/**
 * Something a person should know.
 *
 * @param key the same for everything that is said about the same trouble
 * @param summary one line
 * @param letters how many records wait for a person because of it
 */
public record Alert(Kind kind, String key, String flow, String reason, String summary, long letters, Instant at) {
    /** What is said about the trouble. */
    public enum Kind {
        /** It has begun. */
        TRIGGER,
        /** It goes on. */
        UPDATE,
        /** It is over. */
        RESOLVE,
        /** There is none: somebody tries whether messages arrive. */
        TEST
    }

    /** In one line, for a person. */
    String line() {
        return switch (kind) {
            case TRIGGER -> "[" + flow + "] " + letters + " dead: " + reason + ", " + summary;
            case UPDATE -> "[" + flow + "] now " + letters + " dead: " + reason + ", " + summary;
            case RESOLVE -> "[" + flow + "] no dead letters any more: " + reason + ", " + summary;
            case TEST -> "Linkspan sends a test message: alerts arrive here";
        };
    }
}
