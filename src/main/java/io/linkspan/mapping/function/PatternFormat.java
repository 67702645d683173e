package io.linkspan.mapping.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Any other format, by the JDK's letters: names of months, parts of any width, zones. Days must exist. */
final class PatternFormat implements MomentReader {
    private final DateTimeFormatter formatter;
    private final int fractionDigits;

    private PatternFormat(DateTimeFormatter formatter, int fractionDigits) {
        this.formatter = formatter;
        this.fractionDigits = fractionDigits;
    }

    /**
     * Compiles a pattern.
     *
     * @throws IllegalArgumentException when a letter means nothing
     */
    static MomentReader of(String pattern, Locale locale, int firstYear) {
        MomentReader reader = single(pattern, locale, firstYear);
        if (!pattern.contains("MMM")) {
            return reader;
        }
        // Many languages write a month's name in another form where it stands alone ("Jan." and "Jan"): take both.
        MomentReader alone = single(pattern.replace('M', 'L'), locale, firstYear);
        MonthNames names = new MonthNames(locale);
        MomentReader spelledOut = single(pattern.replaceAll("M{3,}\\.?", "MMMM"), locale, firstYear);
        return text -> {
            Moment moment = reader.read(text);
            moment = moment == null ? alone.read(text) : moment;
            String whole = moment == null ? names.spelledOut(text) : null;
            return whole == null ? moment : spelledOut.read(whole);
        };
    }

    private static MomentReader single(String pattern, Locale locale, int firstYear) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        append(builder, pattern, firstYear);
        if (!hasDay(pattern)) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
            if (!Letters.has(pattern, "ML")) {
                builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
            }
        }
        int fraction = (int) pattern.chars().filter(c -> c == 'S').count();
        return new PatternFormat(
                builder.toFormatter(locale).withResolverStyle(ResolverStyle.STRICT), Math.min(fraction, 9));
    }

    private static boolean hasDay(String pattern) {
        return Letters.has(pattern, "dDeEwWQq") || !Letters.has(pattern, "yu");
    }

    /** Appends the pattern; a year of two digits falls into the hundred years asked for. */
    private static void append(DateTimeFormatterBuilder builder, String pattern, int firstYear) {
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            quoted ^= pattern.charAt(i) == '\'';
            if (!quoted && Letters.isTwoDigitYear(pattern, i)) {
                builder.appendPattern(Letters.strict(pattern.substring(start, i)));
                builder.appendValueReduced(ChronoField.YEAR, 2, 2, firstYear);
                start = i + 2;
            }
        }
        builder.appendPattern(Letters.strict(pattern.substring(start)));
    }

    @Override
    public @Nullable Moment read(String text) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            if (date == null || date.getYear() < 1 || date.getYear() > 9999) {
                return null;
            }
            LocalTime time = parsed.query(TemporalQueries.localTime());
            ZoneId zone = parsed.query(TemporalQueries.zone());
            return new Moment(date, time, zone, time == null ? "" : fraction(time));
        } catch (DateTimeException otherFormat) {
            return null;
        }
    }

    private String fraction(LocalTime time) {
        return fractionDigits == 0
                ? ""
                : String.format(Locale.ROOT, "%09d", time.get(ChronoField.NANO_OF_SECOND))
                        .substring(0, fractionDigits);
    }
}
