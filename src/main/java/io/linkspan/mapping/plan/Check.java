package io.linkspan.mapping.plan;

/** A rule of the whole record. */
@FunctionalInterface
interface Check {
    /** Notes an error where the rule is broken. */
    void apply(Run run);
}
