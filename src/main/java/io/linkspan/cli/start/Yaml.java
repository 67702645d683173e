package io.linkspan.cli.start;

/** Single values as YAML 1.2 must have them within {@code { … }}, so that they are right anywhere. */
public final class Yaml {
    private Yaml() {}

    /** A value, in quotes where it needs them. */
    public static String text(String value) {
        boolean plain = value.matches("[\\p{L}\\p{N}_./][\\p{L}\\p{N}_./@ -]*(?<! )")
                && !value.matches("(?i)true|false|null|yes|no|on|off|~|[+-]?[\\d.][\\d._eExXoO+-]*");
        return plain ? value : "'" + value.replace("'", "''") + "'";
    }

    /** A comment at the end of a line, or nothing. */
    static String comment(String text) {
        return text.isEmpty() ? "" : "  # " + text.replaceAll("\\s+", " ");
    }
}
