package io.linkspan.mapping.plan;

/** A condition of a field, or a rule of a record. */
@FunctionalInterface
interface When {
    /** Whether it holds for certain: a value that is not there makes it uncertain. */
    boolean holds(Run run);
}
