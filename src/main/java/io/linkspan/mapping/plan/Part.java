package io.linkspan.mapping.plan;

import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.write.Name;

/** One named piece of the target record. Immutable once compiled; everything that changes lies in the run. */
abstract class Part {
    final Name name;
    final Field field;
    final boolean hidden;

    Part(Name name, Field field, boolean hidden) {
        this.name = name;
        this.field = field;
        this.hidden = hidden;
    }

    /** Writes the part, or leaves it out. */
    abstract void write(Run run, Frame here);

    /**
     * The part's value for others to use: a single value, a list, a map, or what it is {@link Missing}.
     */
    abstract Object value(Run run, Frame here);
}
