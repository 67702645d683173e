package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.write.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A nested object whose fields are read where the group stands. Without any field in it, it is left out. */
final class GroupPart extends Part {
    private final List<Part> parts = new ArrayList<>();
    private @Nullable Members members;
    private Emptiness emptiness = Emptiness.STANDARD;
    private @Nullable When when;

    GroupPart(Name name, Field field, boolean hidden) {
        super(name, field, hidden);
    }

    List<Part> parts() {
        return parts;
    }

    /** The parts, once all are there. */
    private Members members() {
        Members all = members;
        if (all == null) {
            all = new Members(parts);
            members = all; // whichever thread is first: they are the same
        }
        return all;
    }

    void rule(Emptiness newEmptiness, @Nullable When newWhen) {
        emptiness = newEmptiness;
        when = newWhen;
    }

    @Override
    void write(Run run, Frame here) {
        if (hidden || (when != null && !when.holds(run))) {
            return;
        }
        if (!members().write(run, name, here)) {
            run.focus(field, here);
            Object instead = emptiness.settle(run, Emptiness.Kind.ABSENT, Map.of());
            run.blur(instead);
            run.write(this, instead);
        }
    }

    @Override
    Kind kind() {
        return Kind.OBJECT;
    }

    @Override
    List<Part> uses() {
        List<Part> uses = new ArrayList<>(parts);
        if (when != null) {
            uses.addAll(when.uses());
        }
        return uses;
    }

    @Override
    Object value(Run run, Frame here) {
        return when != null && !when.holds(run) ? Missing.OMIT : members().value(run, here);
    }
}
