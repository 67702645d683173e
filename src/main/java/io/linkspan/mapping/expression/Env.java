package io.linkspan.mapping.expression;

import io.linkspan.mapping.function.Notes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes while an expression is calculated. */
final class Env {
    /** Turns of all loops of one expression together: lists are finite, but loops over loops over lists are long. */
    private static final int MOST_TURNS = 1_000_000;

    private final Bindings bindings;
    private final List<@Nullable Object> locals;
    private int turns;

    Env(Bindings bindings, int locals) {
        this.bindings = bindings;
        this.locals = locals == 0 ? List.of() : new ArrayList<>(Collections.nCopies(locals, null));
    }

    @Nullable
    Object field(int index) {
        return bindings.value(index);
    }

    @Nullable
    Object local(int index) {
        return locals.get(index);
    }

    void local(int index, @Nullable Object value) {
        locals.set(index, value);
    }

    Notes notes() {
        return bindings.notes();
    }

    void turn() {
        if (++turns > MOST_TURNS) {
            throw new ExpressionException("the expression takes more than " + MOST_TURNS + " turns");
        }
    }
}
