package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.write.Name;
import java.util.List;

/** One named piece of the target record. Immutable once compiled; everything that changes lies in the run. */
abstract class Part {
    /** The target that stands for keys known from the record only. */
    static final String SPREAD = "*";

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

    /** What sort of value it gives. */
    abstract Kind kind();

    /** Whether it writes keys of its own into the object it stands in. */
    boolean isSpread() {
        return false;
    }

    /** The other parts whose values it needs. */
    abstract List<Part> uses();

    /** Others will ask for the value: keep it once it is known. */
    void remember() {
        // An object or a list is put together again for whoever asks; its fields remember.
    }
}
