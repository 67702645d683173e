package io.linkspan.cli.start;

import io.linkspan.cli.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing a mapping can read: a value, or a list of values or objects.
 *
 * @param path from the record or entry on
 * @param shape what stands there
 * @param list whether there may be several
 */
record SourceField(String path, Shape shape, boolean list) {
    /** Everything within a record or an entry, in the order of the source; what is in lists is theirs. */
    static List<SourceField> in(Shape record) {
        List<SourceField> fields = new ArrayList<>();
        walk(record, "", fields);
        return fields;
    }

    private static void walk(Shape shape, String above, List<SourceField> fields) {
        for (Shape child : shape.children()) {
            String path = above + step(child);
            if (child.name().equals(Shape.OPEN)) {
                continue;
            }
            if (child.repeated()) {
                fields.add(new SourceField(path, child, true));
            } else {
                boolean open = child.isOpen()
                        && (child.kinds().isEmpty() || child.children().size() == 1);
                if (child.isLeaf() || open) {
                    fields.add(new SourceField(path, child, false));
                }
                walk(child, path + "/", fields);
            }
        }
    }

    /** Whether anything may stand there, so that nobody can say what. */
    boolean unknown() {
        return shape.isOpen();
    }

    /** Whether its entries have fields of their own. */
    boolean ofObjects() {
        return list && !shape.children().isEmpty();
    }

    /** The fields of its entries; the text of an entry with attributes is one of them. */
    List<SourceField> entryFields() {
        List<SourceField> fields = new ArrayList<>();
        if (shape.isLeaf()) {
            fields.add(new SourceField(".", shape, false));
        }
        fields.addAll(in(shape));
        return fields;
    }

    /** The last step's name. */
    String name() {
        return shape.name();
    }

    private static String step(Shape shape) {
        String name = shape.name();
        String plain = name.matches("[\\p{L}\\p{N}_.-]+") ? name : "'" + name.replace("'", "''") + "'";
        return shape.step().startsWith("@") ? "@" + plain : plain;
    }
}
