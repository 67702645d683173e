package io.linkspan.mapping.plan;

import java.util.List;

/** A condition. */
interface When {
    /** Whether it holds for certain: a value that is not there makes it uncertain. */
    boolean holds(Run run);

    /** The parts whose values it needs. */
    List<Part> uses();
}
