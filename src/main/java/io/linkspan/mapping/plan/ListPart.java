package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.FrameList;
import io.linkspan.mapping.write.Name;
import java.util.ArrayList;
import java.util.List;

/** A list of objects, one for each element found; empty ones are left out. */
final class ListPart extends Part {
    private final Entries entries;
    private final Members members;
    private final List<Check> checks;
    private final Emptiness emptiness;

    ListPart(
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
        if (found.size() == 0) {
            none(run, here);
        } else {
            run.sink.startList(name);
            run.enterList();
            for (int i = 0; i < found.size(); i++) {
                run.position(i);
                entries.enter(run, found.get(i));
                members.write(run, name, found.get(i));
                Members.check(run, checks);
            }
            run.leaveList();
            run.sink.endList(name);
        }
        entries.done(run, found);
    }

    private void none(Run run, Frame here) {
        run.focus(field, here);
        Object instead = emptiness.settle(run, Emptiness.Kind.NO_ENTRIES, List.of());
        run.blur(instead);
        run.write(this, instead);
    }

    @Override
    Kind kind() {
        return Kind.LIST;
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
        List<Object> list = new ArrayList<>();
        run.enterList();
        for (int i = 0; i < found.size(); i++) {
            run.position(i);
            entries.enter(run, found.get(i));
            list.add(members.value(run, found.get(i)));
        }
        run.leaveList();
        entries.done(run, found);
        return list;
    }
}
