package io.linkspan.mapping.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far two days, or points in time, lie apart: {@code daysBetween(due, paid)}. Below 0 where the second comes first. */
final class TimeSpans {
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "yearsBetween", ChronoUnit.YEARS,
            "monthsBetween", ChronoUnit.MONTHS,
            "daysBetween", ChronoUnit.DAYS,
            "hoursBetween", ChronoUnit.HOURS,
            "minutesBetween", ChronoUnit.MINUTES,
            "secondsBetween", ChronoUnit.SECONDS);
    private static final int DAY = "2024-01-31".length();

    /** What they are called. */
    static final List<String> FUNCTIONS = UNITS.keySet().stream().sorted().toList();

    private TimeSpans() {}

    /** The term of one of them; null where the function is none. */
    static @Nullable Term of(String function, List<Term> arguments) {
        ChronoUnit unit = UNITS.get(function);
        return unit == null || arguments.size() != 2
                ? null
                : Operators.known(
                        arguments,
                        values -> values.contains("")
                                ? Unknown.VALUE
                                : between(unit, Calls.text(values.get(0)), Calls.text(values.get(1))));
    }

    private static Object between(ChronoUnit unit, String from, String to) {
        try {
            // Where only a day is known of one, only the days count.
            return unit.isDateBased() && (from.length() == DAY || to.length() == DAY)
                    ? unit.between(LocalDate.parse(head(from)), LocalDate.parse(head(to)))
                    : unit.between(moment(from), moment(to));
        } catch (DateTimeException bad) {
            throw new ExpressionException("the text is no day or point in time in ISO 8601");
        }
    }

    private static String head(String text) {
        return text.substring(0, Math.min(DAY, text.length()));
    }

    private static OffsetDateTime moment(String text) {
        if (text.length() == DAY) {
            return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        int zone = Math.max(text.indexOf('Z', DAY), Math.max(text.indexOf('+', DAY), text.indexOf('-', DAY)));
        return zone < 0 ? LocalDateTime.parse(text).atOffset(ZoneOffset.UTC) : OffsetDateTime.parse(text);
    }
}
