package io.linkspan.flow;

import io.linkspan.flow.Since.Times;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code from.pull.since}. */
final class SinceReader {
    private static final String ISO = "iso";

    private SinceReader() {}

    static @Nullable Since read(SectionReader pull) {
        SectionReader since = pull.section("since");
        if (since == null) {
            return null;
        }
        Duration overlap = since.span("overlap", Duration.ZERO);
        DateTimeFormatter format = format(since, "format");
        ZoneId zone = zone(since, "zone", ZoneOffset.UTC);
        Times stated = new Times(
                since.has("fieldFormat") ? format(since, "fieldFormat") : format, zone(since, "fieldZone", zone));
        return new Since(overlap, new Times(format, zone), stated, since.text("first", ""));
    }

    private static @Nullable DateTimeFormatter format(SectionReader since, String key) {
        String pattern = since.text(key);
        if (pattern == null || pattern.equals(ISO)) {
            return null;
        }
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        } catch (IllegalArgumentException | ClassCastException bad) { // the latter: ppH before another part
            since.error(
                    key,
                    "wrong-value",
                    "'" + pattern + "' is no date pattern"
                            + (bad instanceof ClassCastException ? "" : ": " + bad.getMessage()),
                    "write something like yyyy-MM-dd HH:mm:ss, or iso");
            return null;
        }
    }

    private static ZoneId zone(SectionReader since, String key, ZoneId otherwise) {
        String zone = since.text(key);
        try {
            return zone == null ? otherwise : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            since.error(key, "wrong-value", "'" + zone + "' is no time zone", "write a name such as Europe/Berlin");
            return otherwise;
        }
    }
}
