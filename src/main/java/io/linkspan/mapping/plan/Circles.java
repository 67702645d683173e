package io.linkspan.mapping.plan;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds fields whose expressions need each other in a circle. */
final class Circles {
    private final Set<Part> done = new HashSet<>();
    private final Set<Part> open = new HashSet<>();

    /** A field that needs itself in the end; null where there is none. */
    @Nullable
    Part find(Iterable<Part> parts) {
        for (Part part : parts) {
            Part found = find(part);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Part find(Part part) {
        if (done.contains(part)) {
            return null;
        }
        if (!open.add(part)) {
            return part;
        }
        Part found = find(part.uses());
        open.remove(part);
        done.add(part);
        return found;
    }
}
