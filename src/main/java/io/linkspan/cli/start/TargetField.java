package io.linkspan.cli.start;

import io.linkspan.cli.lint.SchemaView;
import io.linkspan.cli.shape.UnreadableShape;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing the target takes.
 *
 * @param name as a flow file writes it, dots between nested objects
 * @param schema what it must be
 * @param list whether it is a list
 * @param required whether the target refuses an output without it
 */
record TargetField(String name, SchemaView schema, boolean list, boolean required) {
    private static final int DEEPEST = 4;

    /** What an object of the target can hold; what only the target itself writes is left out. */
    static List<TargetField> in(SchemaView object) throws UnreadableShape {
        List<TargetField> fields = new ArrayList<>();
        walk(object, "", true, 0, fields);
        return fields;
    }

    private static void walk(SchemaView object, String above, boolean needed, int depth, List<TargetField> fields)
            throws UnreadableShape {
        for (String property : object.properties()) {
            SchemaView schema = object.property(property).orElseThrow();
            boolean required = needed && object.required().contains(property);
            String name = above + (property.contains(".") ? "'" + property + "'" : property);
            if (schema.isReadOnly()) {
                continue;
            }
            boolean nested = !schema.isAnything() && !schema.properties().isEmpty() && depth < DEEPEST;
            if (nested) {
                walk(schema, name + ".", required, depth + 1, fields);
            } else {
                fields.add(new TargetField(name, schema, schema.types().contains("array"), required));
            }
        }
    }
}
