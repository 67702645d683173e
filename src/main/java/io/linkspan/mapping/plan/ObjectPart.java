package io.linkspan.mapping.plan;

import io.linkspan.mapping.plan.Emptiness.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.FrameList;
import io.linkspan.mapping.write.Name;
import java.util.List;
import java.util.Map;

/** One object, read in the first element found. */
final class ObjectPart extends Part {
    private final Entries entries;
    private final List<Part> parts;
    private final Emptiness emptiness;

    ObjectPart(Name name, Field field, boolean hidden, Entries entries, List<Part> parts, Emptiness emptiness) {
        super(name, field, hidden);
        this.entries = entries;
        this.parts = parts;
        this.emptiness = emptiness;
    }

    @Override
    void write(Run run, Frame here) {
        if (hidden || !entries.wanted(run)) {
            return;
        }
        FrameList found = entries.find(run, here);
        Frame first = found.size() == 0 ? null : found.get(0);
        entries.done(run, found);
        if (first == null) {
            settle(run, here, Kind.ABSENT);
        } else if (first.isNil()) {
            settle(run, here, Kind.NIL);
        } else {
            entries.enter(run, first);
            if (!Members.write(run, name, parts, first)) {
                settle(run, here, Kind.EMPTY);
            }
        }
    }

    private void settle(Run run, Frame here, Kind kind) {
        run.focus(field, here);
        Object instead = emptiness.settle(run, kind, kind == Kind.NIL ? Missing.NULL : Map.of());
        run.blur(instead);
        run.write(this, instead);
    }

    @Override
    Object value(Run run, Frame here) {
        if (!entries.wanted(run)) {
            return Missing.OMIT;
        }
        FrameList found = entries.find(run, here);
        Frame first = found.size() == 0 ? null : found.get(0);
        entries.done(run, found);
        if (first == null || first.isNil()) {
            return Missing.OMIT;
        }
        entries.enter(run, first);
        return Members.value(run, parts, first);
    }
}
