package io.linkspan.reconcile;

/**
 * One record that is not as it should be.
 *
 * @param key the source's key
 * @param detail in a person's words
 * @param healed whether it was sent again
 */
public record Finding(Kind kind, String key, String detail, boolean healed) {
    /** What is wrong. */
    public enum Kind {
        /** The source has it, the ledger or the target has not. */
        MISSING,
        /** Its version differs. */
        DIFFERENT,
        /** It was delivered and the source has it no more. */
        GONE,
        /** The target has it, and it never came from the source. */
        FOREIGN
    }
}
