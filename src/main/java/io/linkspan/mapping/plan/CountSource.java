package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.FrameList;
import io.linkspan.mapping.read.Way;
import java.util.ArrayList;
import java.util.List;

/** A list of as many entries as there are elements: to be counted, whatever is in them. */
record CountSource(Way way) implements Source {
    @Override
    public Kind kind() {
        return Kind.LIST;
    }

    @Override
    public Object read(Run run, Frame here) {
        FrameList found = run.borrow();
        way.all(run.reading, here, here, found);
        List<Object> entries = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).isNil()) {
                entries.add("");
            }
        }
        run.giveBack(found);
        return entries;
    }
}
