package io.linkspan.mapping.function;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of comma-separated values (RFC 4180); empty lines and a byte order mark do not count. */
public record CsvTable(List<List<String>> lines) {
    /**
     * Reads a text.
     *
     * @param separator between columns; null for what the first line has: a comma, a tab or a semicolon
     */
    public static CsvTable read(String text, @Nullable String separator) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Reading reading =
                new Reading(content, separator == null || separator.isEmpty() ? guess(content) : separator.charAt(0));
        return new CsvTable(reading.lines());
    }

    private static char guess(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.indexOf(',') >= 0 ? ',' : first.indexOf('\t') >= 0 ? '\t' : ';';
    }

    private static final class Reading {
        private final String text;
        private final char separator;
        private final List<List<String>> lines = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();
        private List<String> line = new ArrayList<>();
        private boolean quoted;

        Reading(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<List<String>> lines() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean doubled = c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    value.append('"');
                    i++;
                } else {
                    take(c);
                }
            }
            endLine();
            return lines;
        }

        private void take(char c) {
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted) {
                value.append(c);
            } else if (c == separator) {
                endValue();
            } else if (c == '\n' || c == '\r') {
                endLine();
            } else {
                value.append(c);
            }
        }

        private void endValue() {
            line.add(value.toString());
            value.setLength(0);
        }

        private void endLine() {
            if (!line.isEmpty() || !value.isEmpty()) {
                endValue();
                lines.add(line);
                line = new ArrayList<>();
            }
        }
    }
}
