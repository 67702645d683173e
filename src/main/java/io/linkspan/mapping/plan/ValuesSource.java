package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.FrameList;
import io.linkspan.mapping.read.Way;
import java.util.ArrayList;
import java.util.List;

/** All values at a path, as a list. */
record ValuesSource(Way way, Emptiness entries) implements Source {
    @Override
    public Kind kind() {
        return Kind.LIST;
    }

    @Override
    public Object read(Run run, Frame here) {
        FrameList found = run.borrow();
        way.all(run.reading, here, here, found);
        List<Object> values = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Frame frame = found.get(i);
            frame.position(i + 1);
            Object value = value(run, frame);
            if (value != Missing.OMIT && value != Missing.FAILED) {
                values.add(value);
            }
        }
        run.giveBack(found);
        return run.hasFailed() ? Missing.FAILED : values;
    }

    private Object value(Run run, Frame frame) {
        if (run.reading.isNil(frame, way.cell())) {
            return entries.settle(run, Emptiness.Kind.NIL, "");
        }
        Object value = run.reading.value(frame, way.cell());
        return switch (value) {
            case null -> Missing.OMIT;
            case String text when text.isEmpty() -> entries.settle(run, Emptiness.Kind.EMPTY, text);
            case String text when text.isBlank() -> entries.settle(run, Emptiness.Kind.BLANK, text);
            default -> value;
        };
    }
}
