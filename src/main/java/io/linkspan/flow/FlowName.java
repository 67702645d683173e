package io.linkspan.flow;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds a flow's name: what the file says, or the file's own name. */
final class FlowName {
    private static final Pattern GOOD = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private final SectionReader root;

    FlowName(SectionReader root) {
        this.root = root;
    }

    String read(Path file) {
        String name = root.text("flow");
        if (name == null) {
            return fromFile(file);
        }
        if (!GOOD.matcher(name).matches()) {
            root.error(
                    "flow",
                    "wrong-value",
                    "'" + name + "' is no name for a flow",
                    "write small letters, digits and dashes, a letter first, at most 60");
        }
        return name;
    }

    private static String fromFile(Path file) {
        String plain = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        String name = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return GOOD.matcher(name).matches() ? name : "flow";
    }
}
