package io.linkspan.mapping.plan;

import io.linkspan.mapping.read.Frame;
import org.jspecify.annotations.Nullable;

/** A field the run has turned to: what is noted meanwhile is about it. */
final class Focus {
    Field field = Field.RECORD;
    Frame here;

    @Nullable
    Object raw;

    boolean failed;

    Focus(Frame here) {
        this.here = here;
    }

    /** Stores only what is new: a reference stored in an old object costs the garbage collector. */
    @SuppressWarnings("ReferenceEquality")
    void on(Field newField, Frame newHere) {
        if (field != newField) {
            field = newField;
        }
        if (here != newHere) {
            here = newHere;
        }
        raw = null;
        failed = false;
    }
}
