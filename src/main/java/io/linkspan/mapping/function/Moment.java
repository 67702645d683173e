package io.linkspan.mapping.function;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a text says about a point in time, no more.
 *
 * @param time null where only a day was written
 * @param zone an offset or a zone; null where none was written
 * @param fraction digits of the second as they were written
 */
record Moment(
        LocalDate date, @Nullable LocalTime time, @Nullable ZoneId zone, String fraction) {
    /** A day and nothing else. */
    static Moment ofDay(LocalDate date) {
        return new Moment(date, null, null, "");
    }

    /** The parts as a moment; null where there is no such day or time. 24:00:00 is the next day's midnight. */
    static @Nullable Moment of(
            int year, int month, int day, int hour, int minute, int second, String fraction, @Nullable ZoneId zone) {
        boolean endOfDay = hour == 24 && minute == 0 && second == 0 && isZero(fraction);
        if (!IsoTexts.isDay(year, month, day) || (hour > 23 && !endOfDay) || minute > 59 || second > 59) {
            return null;
        }
        LocalDate date = LocalDate.of(year, month, day);
        if (endOfDay) {
            return year == 9999 && month == 12 && day == 31
                    ? null
                    : new Moment(date.plusDays(1), LocalTime.MIDNIGHT, zone, "");
        }
        return new Moment(date, LocalTime.of(hour, minute, second, nanos(fraction)), zone, fraction);
    }

    static boolean isZero(String fraction) {
        for (int i = 0; i < fraction.length(); i++) {
            if (fraction.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static int nanos(String fraction) {
        int nanos = 0;
        for (int i = 0; i < 9; i++) {
            nanos = nanos * 10 + (i < fraction.length() ? fraction.charAt(i) - '0' : 0);
        }
        return nanos;
    }
}
