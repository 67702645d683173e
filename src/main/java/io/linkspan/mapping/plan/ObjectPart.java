package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.FrameList;
import io.linkspan.mapping.write.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One object, read in the first element found. */
final class ObjectPart extends Part {
    private final Entries entries;
    private final Members members;
    private final List<Check> checks;
    private final Emptiness emptiness;

    ObjectPart(
            Name name,
            Field field,
            boolean hidden,
            Entries entries,
            List<Part> parts,
            List<Check> checks,
            Emptiness emptiness) {
        super(name, field, hidden);
        this.entries = entries;
        this.members = new Members(parts);
        this.checks = checks;
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
            settle(run, here, Emptiness.Kind.ABSENT);
        } else if (first.isNil()) {
            settle(run, here, Emptiness.Kind.NIL);
        } else {
            entries.enter(run, first);
            if (!members.write(run, name, first)) {
                settle(run, here, Emptiness.Kind.EMPTY);
            }
            Members.check(run, checks);
        }
    }

    private void settle(Run run, Frame here, Emptiness.Kind kind) {
        run.focus(field, here);
        Object instead = emptiness.settle(run, kind, kind == Emptiness.Kind.NIL ? Missing.NULL : Map.of());
        run.blur(instead);
        run.write(this, instead);
    }

    @Override
    Kind kind() {
        return Kind.OBJECT;
    }

    @Override
    List<Part> uses() {
        List<Part> uses = new ArrayList<>(members.list());
        uses.addAll(entries.uses());
        return uses;
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
        return members.value(run, first);
    }
}
