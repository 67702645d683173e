package io.linkspan.mapping.function;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days and points in time moved on the calendar. */
final class Shifts {
    private static final String GROUP = "Dates and times";

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

    private Shifts() {}

    static List<Function> all() {
        return List.of(shift());
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
                        - `from`: instead of `by`, the source path of a whole number of `unit`: `days` (default), `weeks`, `months`, `years`,
                          `hours`, `minutes`, `seconds`
                        - `to`: `start-of-month`, `end-of-month`, `start-of-year`, `end-of-year`, after `by`
                        - `zone`: the zone whose days are meant where a point in time is moved; UTC, or the value's own offset""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"by":{"type":"string"},"from":{"type":"string"},
                        "unit":{"enum":["days","weeks","months","years","hours","minutes","seconds"]},"to":{"enum":["start-of-month","end-of-month",
                        "start-of-year","end-of-year"]},"zone":{"type":"string"}},"additionalProperties":false}""")
                .refuses()
                .keys("by", "from", "unit", "to", "zone")
                .example("P30D", "\"2024-02-15\"", "\"2024-03-16\"")
                .example("{ by: P1M, to: end-of-month }", "\"2024-01-31\"", "\"2024-02-29\"")
                .example("PT2H", "\"2024-12-31T23:00:00Z\"", "\"2025-01-01T01:00:00Z\"")
                .example("{ from: Days }", "\"2024-02-15\"", "\"2024-03-16\"")
                .example("P1D", "\"20240101\"", "error:not_a_date")
                .compiledBy(Shifts::shift);
    }

    private static Step shift(Argument argument) {
        if (argument.has("from")) {
            return shiftFrom(argument);
        }
        if (argument.has("unit")) {
            argument.refuse(argument.place("unit"), "needs 'from' beside 'unit'", "{ from: NetDays, unit: days }");
        }
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

    private static Step shiftFrom(Argument argument) {
        if (argument.has("by")) {
            argument.refuse(argument.place("by"), "has 'by' and 'from'", "write one of them");
        }
        int amount = argument.sibling("from");
        Unit unit = argument.choice("unit", Unit.class, Unit.DAYS);
        To to = argument.choice("to", To.class, To.SAME);
        ZoneId zone = Zones.of(argument, "zone");
        return (TextStep) (text, notes) -> {
            Integer count = count(notes.sibling(amount));
            if (count == null) {
                notes.error("not_an_integer", "a whole number was expected in the other value");
                return null;
            }
            return unit.shift(count, to, zone).text(text, notes);
        };
    }

    private static @Nullable Integer count(@Nullable String text) {
        BigDecimal number = text == null ? null : DecimalReader.PLAIN.read(text);
        try {
            return number == null || number.abs().compareTo(MOST) > 0 ? null : (Integer) number.intValueExact();
        } catch (ArithmeticException notWhole) {
            return null;
        }
    }

    /** What is counted of another value. */
    private enum Unit {
        DAYS,
        WEEKS,
        MONTHS,
        YEARS,
        HOURS,
        MINUTES,
        SECONDS;

        Shift shift(int count, To to, @Nullable ZoneId zone) {
            Period period =
                    switch (this) {
                        case DAYS -> Period.ofDays(count);
                        case WEEKS -> Period.ofWeeks(count);
                        case MONTHS -> Period.ofMonths(count);
                        case YEARS -> Period.ofYears(count);
                        default -> Period.ZERO;
                    };
            Duration duration =
                    switch (this) {
                        case HOURS -> Duration.ofHours(count);
                        case MINUTES -> Duration.ofMinutes(count);
                        case SECONDS -> Duration.ofSeconds(count);
                        default -> Duration.ZERO;
                    };
            return new Shift(period, duration, to, zone);
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
            LocalDateTime local = moment.date().atTime(moment.time() == null ? LocalTime.MIDNIGHT : moment.time());
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
