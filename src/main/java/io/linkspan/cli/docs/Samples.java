package io.linkspan.cli.docs;

import io.linkspan.mapping.MappingResult;
import io.linkspan.mapping.Traced;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One sample value of each field, found in mapped examples. Sensitive values come masked from the mapping itself. */
public final class Samples {
    private static final int LONGEST = 60;

    private final Map<String, Traced> byField = new HashMap<>();

    /** Takes from explained results the first that shows a value for a field. */
    public Samples(List<MappingResult> explained) {
        explained.stream()
                .flatMap(result -> result.trace().stream())
                .filter(traced -> !traced.result().startsWith("("))
                .forEach(traced -> byField.merge(label(traced), traced, Samples::whole));
    }

    /** A join traces its parts under the same name before itself; the last of an entry is the whole. */
    private static Traced whole(Traced before, Traced after) {
        boolean sameEntry = before.field().equals(after.field());
        return sameEntry && before.source().length() < after.source().length() ? after : before;
    }

    private static String label(Traced traced) {
        return traced.field().replaceAll("\\[\\d+]", "[]");
    }

    String of(String label) {
        Traced traced = byField.get(label);
        if (traced == null) {
            return "";
        }
        String result = cut(traced.result());
        String raw = cut(traced.raw());
        boolean same = raw.equals(result) || raw.startsWith("(") || raw.isEmpty();
        return same ? Markdown.code(result) : Markdown.code(raw) + " → " + Markdown.code(result);
    }

    private static String cut(String value) {
        String text = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }
}
