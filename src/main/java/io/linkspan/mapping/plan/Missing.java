package io.linkspan.mapping.plan;

/** What a source or a field may come to instead of a value. */
enum Missing {
    /** The source said that there is no value. */
    NIL,
    /** The key is left out. */
    OMIT,
    /** Null is written. */
    NULL,
    /** An error was noted, or a reference is unresolved. */
    FAILED
}
