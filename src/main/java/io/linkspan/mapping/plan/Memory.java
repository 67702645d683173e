package io.linkspan.mapping.plan;

import io.linkspan.mapping.read.Frame;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each scope stands at the moment, and the values of it that were asked for. */
final class Memory {
    private final @Nullable Object[][] values;
    private final Frame[] frames;

    Memory(List<Scope> scopes, Frame record) {
        values = new @Nullable Object[scopes.size()][];
        frames = new Frame[scopes.size()];
        for (Scope scope : scopes) {
            values[scope.id] = new @Nullable Object[scope.places()];
            frames[scope.id] = record;
        }
    }

    void enter(Scope scope, Frame frame) {
        frames[scope.id] = frame;
        if (scope.places() > 0) {
            Arrays.fill(values[scope.id], null);
        }
    }

    Frame frame(Scope scope) {
        return frames[scope.id];
    }

    @Nullable
    Object recall(Scope scope, int place) {
        return values[scope.id][place];
    }

    void remember(Scope scope, int place, Object value) {
        values[scope.id][place] = value;
    }
}
