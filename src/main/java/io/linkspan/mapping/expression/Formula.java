package io.linkspan.mapping.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled expression. Immutable, safe for several threads. */
public final class Formula {
    private final Term term;
    private final List<String> names;
    private final int locals;
    private final Kind kind;

    Formula(Term term, List<String> names, int locals, Kind kind) {
        this.term = term;
        this.names = List.copyOf(names);
        this.locals = locals;
        this.kind = kind;
    }

    /** The fields it needs. */
    public List<String> names() {
        return names;
    }

    /** What it gives. */
    public Kind kind() {
        return kind;
    }

    /**
     * Calculates.
     *
     * @return null where the result is null, or cannot be told because a value is not there
     * @throws ExpressionException where it cannot be calculated
     */
    public @Nullable Object value(Bindings bindings) {
        Object value = term.value(new Env(bindings, locals));
        return value == Unknown.VALUE ? null : value;
    }
}
