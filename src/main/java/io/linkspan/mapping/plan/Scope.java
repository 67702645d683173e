package io.linkspan.mapping.plan;

import io.linkspan.mapping.read.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that stand together in a record or in an entry of a list, and can name each other in expressions. */
final class Scope {
    final int id;
    final @Nullable Scope outer;
    final Node node;
    final Map<String, Part> parts = new LinkedHashMap<>();
    private int remembered;
    private boolean incomplete;

    Scope(int id, @Nullable Scope outer, Node node) {
        this.id = id;
        this.outer = outer;
        this.node = node;
    }

    /** Fields are missing that could not be read: a name nobody knows may be one of theirs. */
    void isMissingFields() {
        incomplete = true;
    }

    /** Whether a name that is not known here may be that of a field which could not be read. */
    boolean mayHaveMore() {
        return incomplete || (outer != null && outer.mayHaveMore());
    }

    boolean isIncomplete() {
        return incomplete;
    }

    /** A place in which a run remembers a value of this scope. */
    int nextPlace() {
        return remembered++;
    }

    int places() {
        return remembered;
    }
}
