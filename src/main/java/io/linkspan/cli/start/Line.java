package io.linkspan.cli.start;

import java.util.List;

/**
 * One proposed field.
 *
 * @param name of the target
 * @param rule what stands behind it; for a list of objects the path behind {@code each}
 * @param comment for the person who goes on, or empty
 * @param within the fields of a list's entries
 * @param waits whether it is written as a comment only, to be taken in by a person
 */
record Line(String name, String rule, String comment, List<Line> within, boolean waits) {
    static Line value(String name, SourceField source, List<String> steps, String comment) {
        String from = (source.list() ? "each: " : "from: ") + Yaml.text(source.path());
        String rule = steps.isEmpty() && !source.list()
                ? bare(source.path())
                : "{ " + from + steps.stream().map(step -> ", " + step).reduce("", String::concat) + " }";
        return new Line(name, rule, comment, List.of(), false);
    }

    static Line list(String name, SourceField source, List<Line> within, String comment) {
        return new Line(name, source.path(), comment, within, false);
    }

    /** Whether it takes the value of this field. */
    boolean reads(SourceField source) {
        String path = Yaml.text(source.path());
        return rule.equals(path) || rule.equals("{ from: " + path + " }") || rule.startsWith("{ from: " + path + ",");
    }

    Line waiting() {
        return new Line(name, rule, comment, within, true);
    }

    private static String bare(String path) {
        return Yaml.text(path);
    }
}
