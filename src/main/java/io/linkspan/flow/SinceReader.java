package io.linkspan.flow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code from.pull.since}. */
final class SinceReader {
    private SinceReader() {}

    static @Nullable Since read(SectionReader pull) {
        SectionReader since = pull.section("since");
        if (since == null) {
            return null;
        }
        Duration overlap = since.span("overlap", Duration.ZERO);
        return new Since(overlap, format(since), zone(since), since.text("first", ""));
    }

    private static @Nullable DateTimeFormatter format(SectionReader since) {
        String pattern = since.text("format");
        if (pattern == null) {
            return null;
        }
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        } catch (IllegalArgumentException bad) {
            since.error(
                    "format",
                    "wrong-value",
                    "'" + pattern + "' is no date pattern: " + bad.getMessage(),
                    "write something like yyyy-MM-dd HH:mm:ss");
            return null;
        }
    }

    private static ZoneId zone(SectionReader since) {
        String zone = since.text("zone", "UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            since.error("zone", "wrong-value", "'" + zone + "' is no time zone", "write a name such as Europe/Berlin");
            return ZoneOffset.UTC;
        }
    }
}
