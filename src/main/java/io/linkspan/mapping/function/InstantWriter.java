package io.linkspan.mapping.function;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Writes a point in time: in UTC, with an offset, without any zone, counted from 1970, or by letters. */
final class InstantWriter {
    private static final int AS_WRITTEN = -1;

    private enum Way {
        UTC,
        OFFSET,
        LOCAL,
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        LETTERS
    }

    private final Way way;
    private final @Nullable ZoneId toZone;
    private final int digits;
    private final MomentWriter letters;

    private InstantWriter(Way way, @Nullable ZoneId toZone, int digits, MomentWriter letters) {
        this.way = way;
        this.toZone = toZone;
        this.digits = digits;
        this.letters = letters;
    }

    /** Reads the keys {@code out}, {@code toZone} and {@code fraction}. */
    static InstantWriter of(Argument argument) {
        ZoneId toZone = Zones.of(argument, "toZone");
        int digits = argument.integer("fraction", 0, 9, AS_WRITTEN);
        Way way = way(argument.text("out", toZone == null ? "utc" : "offset"));
        MomentWriter letters = way == Way.LETTERS ? MomentWriter.of(argument, "out") : MomentWriter.ISO;
        return new InstantWriter(way, toZone, digits, letters);
    }

    private static Way way(String out) {
        for (Way way : Way.values()) {
            if (Argument.word(way).equals(out)) {
                return way;
            }
        }
        return out.equals("iso") ? Way.UTC : Way.LETTERS;
    }

    /** Whether a time without a zone is written without one, so that no zone matters. */
    boolean isLocal() {
        return toZone == null && (way == Way.LOCAL || way == Way.LETTERS);
    }

    /** Whether the text already is what would be written. */
    boolean keeps(Moment moment, String text) {
        return way == Way.UTC
                && digits == AS_WRITTEN
                && ZoneOffset.UTC.equals(moment.zone())
                && text.length() >= 20
                && text.length()
                        == 20
                                + (moment.fraction().isEmpty()
                                        ? 0
                                        : moment.fraction().length() + 1)
                && text.charAt(10) == 'T'
                && text.charAt(text.length() - 1) == 'Z'
                && !text.startsWith("24", 11)
                && (moment.fraction().isEmpty() || (text.charAt(19) == '.' && !Moment.isZero(moment.fraction())));
    }

    @Nullable
    Object write(ZonedDateTime moment, String fraction, Notes notes) {
        ZonedDateTime there = toZone == null ? moment : moment.withZoneSameInstant(toZone);
        if (!inRange(there) || !inRange(moment.withZoneSameInstant(ZoneOffset.UTC))) {
            notes.error(DateTimes.NOT_A_DATE_TIME, "a time within the years 1 to 9999 was expected");
            return null;
        }
        return switch (way) {
            case UTC -> utc(moment, fraction);
            case OFFSET ->
                IsoTexts.local(
                        there.toLocalDateTime(),
                        digits(there, fraction),
                        there.getOffset().getId());
            case LOCAL -> IsoTexts.local(there.toLocalDateTime(), digits(there, fraction));
            case EPOCH_SECONDS -> (Object) moment.toEpochSecond();
            case EPOCH_MILLIS -> (Object) moment.toInstant().toEpochMilli();
            case LETTERS -> letters.write(there, notes);
        };
    }

    private static boolean inRange(ZonedDateTime moment) {
        return moment.getYear() >= 1 && moment.getYear() <= 9999;
    }

    private String utc(ZonedDateTime moment, String fraction) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(moment.toEpochSecond(), moment.getNano(), ZoneOffset.UTC);
        return IsoTexts.local(utc, digits(moment, fraction), "Z");
    }

    private String digits(ZonedDateTime moment, String written) {
        if (digits == AS_WRITTEN) {
            return Moment.isZero(written) ? "" : written;
        }
        return String.valueOf(1_000_000_000L + moment.getNano()).substring(1, 1 + digits);
    }
}
