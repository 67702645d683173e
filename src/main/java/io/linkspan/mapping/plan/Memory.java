package io.linkspan.mapping.plan;

import io.linkspan.mapping.read.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each scope stands at the moment, and the values of it that were asked for. */
final class Memory {
    private final List<List<@Nullable Object>> values = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();

    Memory(List<Scope> scopes, Frame record) {
        for (Scope scope : scopes) {
            values.add(new ArrayList<>(Collections.nCopies(scope.places(), null)));
            frames.add(record);
        }
    }

    void enter(Scope scope, Frame frame) {
        frames.set(scope.id, frame);
        if (scope.places() > 0) {
            Collections.fill(values.get(scope.id), null);
        }
    }

    Frame frame(Scope scope) {
        return frames.get(scope.id);
    }

    @Nullable
    Object recall(Scope scope, int place) {
        return values.get(scope.id).get(place);
    }

    void remember(Scope scope, int place, Object value) {
        values.get(scope.id).set(place, value);
    }
}
