package io.linkspan.mapping.function;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Times of day, and days moved on the calendar. */
final class Times {
    private static final String GROUP = "Dates and times";
    private static final String ANY_DAY = "2000-01-01";

    private Times() {}

    static List<Function> all() {
        return List.of(time(), shift());
    }

    private static Function time() {
        return Described.named("time", GROUP)
                .summary("Reads a text as a time of day and writes it in ISO 8601, or as asked.")
                .argument("""
                        `true` reads ISO 8601 (08:30 or 08:30:00). `time: HHmmss` is short for `{ in: HHmmss }`; several formats are tried in
                        order. 24:00:00 is midnight; a blank text is nothing. `out`: letters, such as `HH:mm`.""")
                .schema("""
                        {"type":["boolean","string","array","object"],"items":{"type":"string"},"properties":{"in":{"type":["string","array"]},
                        "out":{"type":"string"},"locale":{"type":"string"}},"additionalProperties":false}""")
                .refuses()
                .keys("in", "out", "locale")
                .example("HHmmss", "\"093000\"", "\"09:30:00\"")
                .example("{ in: HHmmss, out: 'HH:mm' }", "\"093000\"", "\"09:30\"")
                .example("'h:mm a'", "\"3:05 PM\"", "\"15:05:00\"")
                .example("HHmmss", "\"256000\"", "error:not_a_time")
                .compiledBy(Times::time);
    }

    private static Step time(Argument argument) {
        Locale locale = argument.locale("locale", Locale.ENGLISH);
        List<MomentReader> readers = argument.texts("in").stream()
                .map(pattern ->
                        MomentFormats.pattern(argument.place("in"), "yyyy-MM-dd " + pattern, locale, 1950, argument))
                .filter(Objects::nonNull)
                .toList();
        List<MomentReader> all = readers.isEmpty() ? List.of(IsoTexts.READER) : readers;
        MomentWriter out = MomentWriter.of(argument, "out");
        boolean iso = out.equals(MomentWriter.ISO);
        return (TextStep) (text, notes) -> {
            String dated = ANY_DAY + " " + Blanks.trim(text);
            for (MomentReader reader : all) {
                Moment moment = reader.read(dated);
                if (moment != null && moment.time() != null) {
                    String fraction = Moment.isZero(moment.fraction()) ? "" : moment.fraction();
                    return iso ? IsoTexts.time(moment.time(), fraction) : out.write(moment.time(), notes);
                }
            }
            if (!Blanks.allBlank(text)) {
                notes.error("not_a_time", "a time in the format of this field was expected");
            }
            return null;
        };
    }

    /** Where in its month or year a day is moved. */
    enum To {
        SAME,
        START_OF_MONTH,
        END_OF_MONTH,
        START_OF_YEAR,
        END_OF_YEAR
    }

    private static Function shift() {
        return Described.named("shift", GROUP)
                .summary("Moves a day, or a point in time, on the calendar. It stands behind date or dateTime.")
                .argument("""
                        `shift: P14D` (ISO 8601; `-P1M` goes back) is short for `{ by: P14D }`. A month later than 31 January is the last of February.

                        - `by`: days and longer (`P1Y2M3D`, `P2W`), or hours and shorter (`PT36H`) of a point in time
                        - `to`: `start-of-month`, `end-of-month`, `start-of-year`, `end-of-year`, after `by`
                        - `zone`: the zone whose days are meant where a point in time is moved; UTC, or the value's own offset""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"by":{"type":"string"},"to":{"enum":["start-of-month","end-of-month",
                        "start-of-year","end-of-year"]},"zone":{"type":"string"}},"additionalProperties":false}""")
                .refuses()
                .keys("by", "to", "zone")
                .example("P30D", "\"2024-02-15\"", "\"2024-03-16\"")
                .example("{ by: P1M, to: end-of-month }", "\"2024-01-31\"", "\"2024-02-29\"")
                .example("PT2H", "\"2024-12-31T23:00:00Z\"", "\"2025-01-01T01:00:00Z\"")
                .example("P1D", "\"20240101\"", "error:not_a_date")
                .compiledBy(Times::shift);
    }

    private static Step shift(Argument argument) {
        String by = argument.text("by", "P0D");
        To to = argument.choice("to", To.class, To.SAME);
        ZoneId zone = Zones.of(argument, "zone");
        try {
            boolean clock = by.contains("T");
            Period period = clock ? Period.ZERO : Period.parse(by);
            Duration duration = clock ? Duration.parse(by) : Duration.ZERO;
            return (TextStep) new Shift(period, duration, to, zone);
        } catch (DateTimeException notAPeriod) {
            argument.refuse(argument.place("by"), "does not understand '" + by + "'", "write P30D, P1M, -P1Y or PT2H");
            return (TextStep) (text, notes) -> text;
        }
    }

    private record Shift(
            Period period,
            Duration duration,
            To to,
            @Nullable ZoneId zone) implements TextStep {
        @Override
        public @Nullable Object text(String text, Notes notes) {
            Moment moment = IsoTexts.READER.read(text);
            boolean dayOnly = moment != null && moment.time() == null;
            if (moment == null || (dayOnly && !duration.isZero())) {
                notes.error(
                        Dates.NOT_A_DATE, dayOnly ? "a point in time was expected" : "a date in ISO 8601 was expected");
                return null;
            }
            try {
                return dayOnly ? checked(day(moment.date())) : moved(moment);
            } catch (DateTimeException outOfRange) {
                notes.error(Dates.NOT_A_DATE, "a date within the years 1 to 9999 was expected");
                return null;
            }
        }

        private static String checked(LocalDate date) {
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new DateTimeException("out of range");
            }
            return IsoTexts.day(date);
        }

        private LocalDate day(LocalDate date) {
            LocalDate moved = date.plus(period);
            return switch (to) {
                case SAME -> moved;
                case START_OF_MONTH -> moved.withDayOfMonth(1);
                case END_OF_MONTH -> moved.with(TemporalAdjusters.lastDayOfMonth());
                case START_OF_YEAR -> moved.withDayOfYear(1);
                case END_OF_YEAR -> moved.with(TemporalAdjusters.lastDayOfYear());
            };
        }

        private String moved(Moment moment) {
            LocalDateTime local =
                    moment.date().atTime(moment.time() == null ? java.time.LocalTime.MIDNIGHT : moment.time());
            if (moment.zone() == null) {
                LocalDateTime later =
                        local.with(date -> date.with(day(LocalDate.from(date)))).plus(duration);
                checked(later.toLocalDate());
                return IsoTexts.local(later, moment.fraction());
            }
            ZoneOffset offset = OffsetDateTime.of(
                            local, moment.zone().getRules().getOffset(local))
                    .getOffset();
            var there = local.atZone(offset).withZoneSameInstant(zone == null ? offset : zone);
            var later = there.with(day(there.toLocalDate())).plus(duration).withZoneSameInstant(offset);
            checked(later.toLocalDate());
            return IsoTexts.local(later.toLocalDateTime(), moment.fraction(), offset.getId());
        }
    }
}
