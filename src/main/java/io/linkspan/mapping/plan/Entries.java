package io.linkspan.mapping.plan;

import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.read.FrameList;
import io.linkspan.mapping.read.Way;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements a list or an object is made of: where they are found, which are wanted, in which order. */
final class Entries {
    private final Way way;
    private final Scope scope;
    private final boolean nilToo;
    private final @Nullable When when;
    private final List<Sieve> sieves = new ArrayList<>();

    Entries(Way way, Scope scope, boolean nilToo, @Nullable When when) {
        this.way = way;
        this.scope = scope;
        this.nilToo = nilToo;
        this.when = when;
    }

    /** Narrows or orders the elements found. */
    @FunctionalInterface
    interface Sieve {
        void apply(Run run, FrameList found);
    }

    void add(Sieve sieve) {
        sieves.add(sieve);
    }

    Scope scope() {
        return scope;
    }

    List<Part> uses() {
        return when == null ? List.of() : when.uses();
    }

    boolean wanted(Run run) {
        return when == null || when.holds(run);
    }

    /** The elements; hand the list back with {@link #done}. */
    FrameList find(Run run, Frame here) {
        FrameList found = run.borrow();
        way.all(run.reading, here, here, found);
        if (!nilToo) {
            dropNil(found);
        }
        way.lead(found, here);
        for (Sieve sieve : sieves) {
            number(found);
            sieve.apply(run, found);
        }
        number(found);
        return found;
    }

    private static void number(FrameList found) {
        for (int i = 0; i < found.size(); i++) {
            found.get(i).position(i + 1);
        }
    }

    private static void dropNil(FrameList found) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isNil()) {
                found.keep(frame -> !frame.isNil());
                return;
            }
        }
    }

    void enter(Run run, Frame frame) {
        run.enter(scope, frame);
    }

    void done(Run run, FrameList found) {
        run.giveBack(found);
    }
}
