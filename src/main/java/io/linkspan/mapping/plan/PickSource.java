package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.FrameList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field of each entry as a list, or that of the first entry alone. */
record PickSource(Entries entries, Part picked, boolean one) implements Source {
    @Override
    public Kind kind() {
        return one ? picked.kind() : Kind.LIST;
    }

    @Override
    public List<Part> uses() {
        List<Part> uses = new ArrayList<>(entries.uses());
        uses.add(picked);
        return uses;
    }

    @Override
    public @Nullable Object read(Run run, Frame here) {
        FrameList found = entries.find(run, here);
        if (one) {
            found.keepFirst(1);
        }
        List<Object> values = new ArrayList<>(found.size());
        boolean failed = false;
        for (int i = 0; i < found.size(); i++) {
            entries.enter(run, found.get(i));
            Object value = picked.value(run, found.get(i));
            failed |= value == Missing.FAILED;
            if (!(value instanceof Missing)) {
                values.add(value);
            }
        }
        entries.done(run, found);
        if (failed) {
            return Missing.FAILED;
        }
        return one ? (values.isEmpty() ? null : values.getFirst()) : values;
    }
}
