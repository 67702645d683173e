package io.linkspan.mapping.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A loop over a list: what CEL's macros {@code all}, {@code exists}, {@code filter}, {@code map} come to. */
record Loop(Term range, int item, int result, Term start, Term condition, Term step, Term end) implements Term {
    @Override
    public @Nullable Object value(Env env) {
        Object over = range.value(env);
        List<Object> items = new ArrayList<>();
        switch (over) {
            case List<?> list -> items.addAll(list);
            case Map<?, ?> map -> items.addAll(map.keySet());
            case null, default -> {
                return Unknown.VALUE;
            }
        }
        env.local(result, start.value(env));
        for (Object one : items) {
            env.turn();
            env.local(item, one);
            if (Boolean.FALSE.equals(condition.value(env))) {
                break;
            }
            Object before = env.local(result);
            Object after = step.value(env);
            // filter and exists_one ask whether an item is wanted: one of which nothing is known is not.
            boolean undecided = after == Unknown.VALUE && !(before instanceof Boolean) && before != Unknown.VALUE;
            env.local(result, undecided ? before : after);
        }
        return end.value(env);
    }
}
