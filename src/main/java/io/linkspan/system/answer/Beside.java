package io.linkspan.system.answer;

import java.util.List;
import java.util.Map;

/**
 * What records need of the document around them.
 *
 * @param share paths of sections that every record gets as its last children, written as the records' path is
 * @param hrefs whether references are followed wherever they stand: {@code href="#x"} (SOAP 1.1, section 5.4.1) and an empty
 *     element's {@code ref="x"} (SOAP 1.2, part 2, section 3.1.5.1) mean the element whose {@code id} is x. What a SOAP
 *     body holds beside its first element can be referred to in any case
 * @param prefixes namespaces by the prefixes the paths to records and values may have; a name with another prefix, or without
 *     one, means any namespace
 */
public record Beside(List<String> share, boolean hrefs, Map<String, String> prefixes) {
    /** Records that have everything in them. */
    public static final Beside NOTHING = new Beside(List.of(), false);

    /** Keeps the paths safe from changes. */
    public Beside {
        share = List.copyOf(share);
        prefixes = Map.copyOf(prefixes);
    }

    /** Paths that tell no namespaces apart. */
    public Beside(List<String> share, boolean hrefs) {
        this(share, hrefs, Map.of());
    }

    boolean shares() {
        return !share.isEmpty();
    }
}
