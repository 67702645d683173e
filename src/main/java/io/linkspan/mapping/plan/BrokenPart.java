package io.linkspan.mapping.plan;

import io.linkspan.mapping.expression.Kind;
import io.linkspan.mapping.read.Frame;
import io.linkspan.mapping.write.Name;
import java.util.List;

/** Stands for a field that could not be compiled, so that what names it can be checked all the same. It is never run. */
final class BrokenPart extends Part {
    BrokenPart(Name name, Field field) {
        super(name, field, false);
    }

    @Override
    void write(Run run, Frame here) {
        throw new IllegalStateException("a mapping with errors makes no plan");
    }

    @Override
    Object value(Run run, Frame here) {
        throw new IllegalStateException("a mapping with errors makes no plan");
    }

    @Override
    Kind kind() {
        return Kind.ANY;
    }

    @Override
    List<Part> uses() {
        return List.of();
    }
}
