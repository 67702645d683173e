package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.Way;
import org.jspecify.annotations.Nullable;

/** The first value at a path. */
record WaySource(Way way, Kind kind) implements Source {
    @Override
    public @Nullable Object read(Run run, Frame here) {
        Frame frame = way.find(run.reading, here, here);
        if (frame == null) {
            return null;
        }
        return run.reading.isNil(frame, way.cell()) ? Missing.NIL : run.reading.value(frame, way.cell());
    }

    @Override
    public SliceSource slices() {
        return (run, here) -> {
            Frame frame = way.find(run.reading, here, here);
            if (frame == null || !run.reading.isSlice(frame, way.cell())) {
                return null;
            }
            run.slice.of(
                    run.reading.characters(),
                    run.reading.start(frame, way.cell()),
                    run.reading.length(frame, way.cell()));
            return run.slice;
        };
    }
}
