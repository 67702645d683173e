package io.linkspan.mapping.plan;

import io.linkspan.mapping.read.Node;

/**
 * Where a field stands.
 *
 * @param scope the fields it can name
 * @param here where its paths are read
 * @param dotted the target path within the scope, with a dot at the end; empty at the top of it
 * @param label the target path within the record, likewise
 * @param within the source path that leads here
 */
record Spot(Scope scope, Node here, String dotted, String label, String within) {
    /** Within a nested object of the same scope. */
    Spot in(String name) {
        return new Spot(scope, here, dotted + name + ".", label + name + ".", within);
    }
}
