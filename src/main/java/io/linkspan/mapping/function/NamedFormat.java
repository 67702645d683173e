package io.linkspan.mapping.function;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats that letters cannot say, by their names. */
final class NamedFormat {
    static final Map<String, MomentReader> ALL = all();

    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

    private NamedFormat() {}

    private static Map<String, MomentReader> all() {
        Map<String, MomentReader> all = new LinkedHashMap<>();
        all.put("iso", IsoTexts.READER);
        all.put("iso-week", NamedFormat::isoWeek);
        all.put(
                "iso-ordinal",
                text -> text.length() == 8 && text.charAt(4) == '-'
                        ? ordinal(number(text, 0, 4), number(text, 5, 8))
                        : null);
        all.put("epoch-seconds", text -> epoch(text, 1000));
        all.put("epoch-millis", text -> epoch(text, 1));
        all.put("excel", NamedFormat::excel);
        all.put("jde", NamedFormat::jde);
        all.put("cyymmdd", NamedFormat::centuryFirst);
        return all;
    }

    /** Digits as a number; negative where there are others. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** 2024-W05-3 or 2024W053; without a day the week's Monday. */
    private static @Nullable Moment isoWeek(String text) {
        String plain = text.replace("-", "");
        int year = number(plain, 0, 4);
        int week = number(plain, 5, 7);
        int day = plain.length() == 7 ? 1 : number(plain, 7, 8);
        if (plain.length() < 7
                || plain.length() > 8
                || plain.charAt(4) != 'W'
                || year < 1
                || week < 1
                || day < 1
                || day > 7) {
            return null;
        }
        LocalDate inYear = LocalDate.of(year, 1, 4);
        return week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inYear).getMaximum()
                ? null
                : within(inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                        .plusDays(day - inYear.getDayOfWeek().getValue()));
    }

    private static @Nullable Moment ordinal(int year, int dayOfYear) {
        try {
            return year < 1 || dayOfYear < 1 ? null : Moment.ofDay(LocalDate.ofYearDay(year, dayOfYear));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable Moment within(LocalDate date) {
        return date.getYear() < 1 || date.getYear() > 9999 ? null : Moment.ofDay(date);
    }

    /** JD Edwards: centuries since 1900, year, day of the year. Leading zeros may be missing. */
    private static @Nullable Moment jde(String text) {
        int digits = text.length();
        int value = digits < 1 || digits > 6 ? -1 : number(text, 0, digits);
        return value < 0 ? null : ordinal(1900 + value / 1000, value % 1000);
    }

    /** AS/400: century (0 is 19, 1 is 20), year, month, day. */
    private static @Nullable Moment centuryFirst(String text) {
        int value = text.length() == 7 || text.length() == 6 ? number(text, 0, text.length()) : -1;
        int year = 1900 + value / 10_000;
        int month = value / 100 % 100;
        return value >= 0 && IsoTexts.isDay(year, month, value % 100)
                ? Moment.ofDay(LocalDate.of(year, month, value % 100))
                : null;
    }

    /** Days since 1899-12-30, as spreadsheets count from March 1900 on. */
    private static @Nullable Moment excel(String text) {
        int days = text.length() < 1 || text.length() > 7 ? -1 : number(text, 0, text.length());
        return days < 61 ? null : within(EXCEL_EPOCH.plusDays(days));
    }

    private static @Nullable Moment epoch(String text, int millis) {
        try {
            long millisSince = Math.multiplyExact(Long.parseLong(text), (long) millis);
            OffsetDateTime moment = Instant.ofEpochMilli(millisSince).atOffset(ZoneOffset.UTC);
            boolean inRange = moment.getYear() >= 1 && moment.getYear() <= 9999;
            String fraction = millis == 1
                    ? String.valueOf(1000 + Math.floorMod(millisSince, 1000L)).substring(1)
                    : "";
            return inRange ? new Moment(moment.toLocalDate(), moment.toLocalTime(), ZoneOffset.UTC, fraction) : null;
        } catch (ArithmeticException | NumberFormatException notCounted) {
            return null;
        }
    }
}
