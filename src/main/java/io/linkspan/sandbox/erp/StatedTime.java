package io.linkspan.sandbox.erp;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the ERP states them: cut to its resolution, in the offset of the clerk's desk. */
final class StatedTime {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final ZoneOffset[] DESKS = {
        ZoneOffset.UTC,
        ZoneOffset.ofHours(1),
        ZoneOffset.ofHours(2),
        ZoneOffset.ofHoursMinutes(5, 30),
        ZoneOffset.ofHours(-8)
    };

    private final long step;

    StatedTime(Duration resolution) {
        step = resolution.toMillis();
    }

    String of(Instant time, int clerk) {
        long millis = Math.floorDiv(time.toEpochMilli(), step) * step;
        return ISO.format(Instant.ofEpochMilli(millis).atOffset(DESKS[clerk % DESKS.length]));
    }
}
