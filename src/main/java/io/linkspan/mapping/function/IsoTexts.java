package io.linkspan.mapping.function;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as ISO 8601 and XML Schema write them, read and written by hand: they make up most of all dates, and a
 * formatter would cost more than the rest of the record.
 */
final class IsoTexts implements MomentReader {
    static final IsoTexts READER = new IsoTexts();

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private IsoTexts() {}

    static boolean isDay(int year, int month, int day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        return day <= (month == 2 && leap ? 29 : DAYS[month - 1]);
    }

    /** Writes a day as the slice's text. */
    static void day(int year, int month, int day, Slice slice) {
        putDay(slice.room(10), year, month, day);
        slice.own(10);
    }

    static String day(LocalDate date) {
        return day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    static String day(int year, int month, int day) {
        char[] text = new char[10];
        putDay(text, year, month, day);
        return new String(text);
    }

    /** As 2024-01-31T08:30:00, with the fraction's digits where there are any. */
    static String local(LocalDateTime moment, String fraction) {
        return local(moment, fraction, "");
    }

    /** The same with what stands behind it: Z or an offset. */
    static String local(LocalDateTime moment, String fraction, String tail) {
        int point = fraction.isEmpty() ? 0 : 1;
        char[] text = new char[19 + point + fraction.length() + tail.length()];
        putDay(text, moment.getYear(), moment.getMonthValue(), moment.getDayOfMonth());
        text[10] = 'T';
        putTime(text, 11, moment.toLocalTime());
        if (point == 1) {
            text[19] = '.';
            put(text, 20, fraction);
        }
        put(text, 19 + point + fraction.length(), tail);
        return new String(text);
    }

    /** As 08:30:00, with the fraction's digits where there are any. */
    static String time(LocalTime time, String fraction) {
        char[] text = new char[8];
        putTime(text, 0, time);
        String whole = new String(text);
        return fraction.isEmpty() ? whole : whole + "." + fraction;
    }

    private static void put(char[] text, int at, String ascii) {
        ascii.getChars(0, ascii.length(), text, at);
    }

    private static void putDay(char[] text, int year, int month, int day) {
        put(text, 0, year / 100);
        put(text, 2, year % 100);
        text[4] = '-';
        put(text, 5, month);
        text[7] = '-';
        put(text, 8, day);
    }

    private static void putTime(char[] text, int at, LocalTime time) {
        put(text, at, time.getHour());
        text[at + 2] = ':';
        put(text, at + 3, time.getMinute());
        text[at + 5] = ':';
        put(text, at + 6, time.getSecond());
    }

    private static void put(char[] text, int at, int twoDigits) {
        text[at] = (char) ('0' + twoDigits / 10);
        text[at + 1] = (char) ('0' + twoDigits % 10);
    }

    /** Two digits as a number; negative where they are none. */
    static int two(CharSequence text, int at) {
        if (at + 2 > text.length()) {
            return -10_000;
        }
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : tens * 10 + ones;
    }

    private static boolean is(CharSequence text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static boolean startsWithDay(CharSequence text) {
        return text.length() >= 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && isDay(year(text), two(text, 5), two(text, 8));
    }

    private static int year(CharSequence text) {
        return two(text, 0) * 100 + two(text, 2);
    }

    /** The calendar day as written, whatever time or offset stands behind it. */
    @Override
    public @Nullable String day(String text) {
        if (text.length() == 10) {
            return startsWithDay(text) ? text : null;
        }
        return read(text) == null ? null : text.substring(0, 10);
    }

    @Override
    public boolean day(Slice slice) {
        return slice.length() == 10 && startsWithDay(slice);
    }

    @Override
    public @Nullable Moment read(String text) {
        if (!startsWithDay(text)) {
            return null;
        }
        boolean timed = text.length() > 13 && (text.charAt(10) == 'T' || text.charAt(10) == ' ');
        if (timed) {
            return timed(text);
        }
        if (text.length() == 10) {
            return Moment.ofDay(LocalDate.of(year(text), two(text, 5), two(text, 8)));
        }
        ZoneOffset offset = offset(text, 10);
        return offset == null
                ? null
                : new Moment(LocalDate.of(year(text), two(text, 5), two(text, 8)), null, offset, "");
    }

    private static @Nullable Moment timed(String text) {
        int minute = two(text, 14);
        int at = 16;
        int second = 0;
        int fraction = at;
        if (is(text, at, ':')) {
            second = two(text, at + 1);
            at += 3;
            fraction = at;
            if (is(text, at, '.') || is(text, at, ',')) {
                fraction = ++at;
                while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                    at++;
                }
            }
        }
        ZoneOffset offset = at < text.length() ? offset(text, at) : null;
        boolean broken = !is(text, 13, ':')
                || two(text, 11) < 0
                || minute < 0
                || second < 0
                || (offset == null && at < text.length());
        String digits = fraction == at ? "" : text.substring(fraction, Math.min(at, fraction + 9));
        return broken
                ? null
                : Moment.of(year(text), two(text, 5), two(text, 8), two(text, 11), minute, second, digits, offset);
    }

    /** Z, +02, +0200 or +02:00 up to the text's end. */
    static @Nullable ZoneOffset offset(String text, int from) {
        char sign = text.charAt(from);
        int length = text.length() - from;
        if ((sign == 'Z' || sign == 'z') && length == 1) {
            return ZoneOffset.UTC;
        }
        if (sign != '+' && sign != '-') {
            return null;
        }
        boolean colon = is(text, from + 3, ':');
        int minutes = length == 3 ? 0 : two(text, from + (colon ? 4 : 3));
        int hours = two(text, from + 1);
        boolean whole = length == 3 || length == (colon ? 6 : 5);
        if (!whole || hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 18 * 60) {
            return null;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
    }
}
