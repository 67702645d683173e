package io.linkspan.mapping.plan;

import java.util.ArrayList;
import java.util.List;

/** A target path: names with dots between; a name in single quotes may hold dots itself. */
final class Target {
    private Target() {}

    /** The names; empty for a path that is none. */
    static List<String> names(String written) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\'' && (quoted || name.isEmpty())) {
                quoted = !quoted;
                wasQuoted = true;
            } else if (c == '.' && !quoted) {
                names.add(name.toString());
                name.setLength(0);
                wasQuoted = false;
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        boolean broken = quoted || (names.contains("") && !(wasQuoted && names.size() == 1));
        return broken ? List.of() : List.copyOf(names);
    }
}
