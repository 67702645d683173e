package io.linkspan.cli.back;

import io.linkspan.cli.start.Yaml;
import java.util.ArrayList;
import java.util.List;

/**
 * What is written at a place on the way back.
 *
 * @param source {@code from}, {@code each} or {@code const}
 * @param path where it is read, from the record or entry on; of a constant its text
 * @param options what is done to it, each {@code name: argument}
 */
record Written(String source, String path, List<String> options) {
    static Written constant(String text) {
        return new Written("const", text, List.of());
    }

    static Written from(String path, List<String> options) {
        return new Written("from", path, options);
    }

    boolean isConstant() {
        return source.equals("const");
    }

    /** Whether it may be read in any object that holds its path: it names no other value. */
    boolean isMovable() {
        return path.matches("[\\p{L}\\p{N}_@'.][^(*\\[]*")
                && options.stream().noneMatch(option -> option.matches(".*(?i)from: .*"));
    }

    /** Whether it gives one value. */
    boolean isSingle() {
        return source.equals("from") && options.stream().noneMatch(StepBack::isAboutLists);
    }

    /** The rule as YAML on one line, to be read in the object at a base. */
    String text(String base) {
        List<String> all = new ArrayList<>();
        String read = isConstant() ? path : within(path, base);
        all.add(source + ": " + (isConstant() ? quoted(read) : Yaml.text(read)));
        boolean twice = options.stream()
                        .map(option -> option.replaceFirst(":.*", ""))
                        .distinct()
                        .count()
                < options.size();
        if (twice) {
            all.add(options.stream()
                    .filter(option -> !isBeside(option))
                    .map(option -> "{ " + option + " }")
                    .toList()
                    .toString()
                    .replaceFirst("^", "steps: "));
            options.stream().filter(Written::isBeside).distinct().forEach(all::add);
        } else {
            all.addAll(options);
        }
        return all.size() == 1 && source.equals("from") ? Yaml.text(read) : "{ " + String.join(", ", all) + " }";
    }

    private static boolean isBeside(String option) {
        return option.matches("(sensitive|required|otherwise|nil):.*");
    }

    /** A constant is a text in whatever form. */
    private static String quoted(String text) {
        return text.matches("[\\p{L}][\\p{L}\\p{N}_]*") ? Yaml.text(text) : "'" + text.replace("'", "''") + "'";
    }

    /** A path as it is read in the object at a base. */
    static String within(String path, String base) {
        if (base.isEmpty()) {
            return path;
        }
        return path.equals(base) ? "." : path.startsWith(base + "/") ? path.substring(base.length() + 1) : path;
    }
}
