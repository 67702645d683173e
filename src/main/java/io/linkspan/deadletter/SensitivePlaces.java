package io.linkspan.deadletter;

import io.linkspan.mapping.MappingOutline;
import io.linkspan.mapping.MappingOutline.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a flow's sensitive values stand: in its records by the last name of each source path, in its outputs by target path.
 * A name is masked wherever it stands in a record, because masking too much costs a look and masking too little cannot be
 * mended.
 *
 * @param names local names of elements, attributes and properties
 * @param targets target paths, {@code []} behind lists
 * @param all whether a sensitive field reads the whole record
 */
record SensitivePlaces(Set<String> names, Set<String> targets, boolean all) {
    private static final Pattern PREDICATE = Pattern.compile("\\[[^\\]]*]");

    static SensitivePlaces of(MappingOutline outline) {
        Set<String> names = new HashSet<>();
        Set<String> targets = new HashSet<>();
        boolean all = false;
        List<Row> sensitive = outline.fields().stream().filter(Row::sensitive).toList();
        for (Row row : outline.fields()) {
            if (sensitive.stream().anyMatch(above -> row.equals(above) || under(row, above))) {
                targets.add(row.target());
                List<String> read = sources(row).map(SensitivePlaces::lastName).toList();
                all |= read.contains("");
                names.addAll(read);
            }
        }
        names.remove("");
        return new SensitivePlaces(names, targets, all);
    }

    private static boolean under(Row row, Row above) {
        return row.target().startsWith(above.target() + ".") || row.target().startsWith(above.target() + "[]");
    }

    /** A field may read the very element of the list it stands in. */
    private static Stream<String> sources(Row row) {
        return row.sources().stream().map(source -> source.equals(".") ? row.within() : source);
    }

    private static String lastName(String path) {
        String steps = PREDICATE.matcher(path).replaceAll("");
        String last = steps.substring(steps.lastIndexOf('/') + 1).replace("@", "");
        String local = last.substring(last.lastIndexOf(':') + 1);
        return local.equals(".") || local.equals("..") || local.equals("*") ? "" : local;
    }

    boolean none() {
        return names.isEmpty() && targets.isEmpty() && !all;
    }
}
