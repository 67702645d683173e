package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a record's key to the id the target gave it. */
record ReferenceOp(String flow) implements Op {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Kind kind(Kind before) {
        return before == Kind.LIST ? Kind.LIST : Kind.TEXT;
    }

    @Override
    public @Nullable Object apply(Run run, Object value) {
        if (!(value instanceof List<?> list)) {
            return run.reference(flow, JoinSource.text(value));
        }
        List<Object> ids = new ArrayList<>(list.size());
        for (Object key : list) {
            String id = run.reference(flow, JoinSource.text(key));
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }
}
