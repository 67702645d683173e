package io.linkspan.flow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which records a pull asks for: those changed since the last one. When a record was changed {@link RecordFacts} says.
 *
 * @param overlap how far each pull reaches back behind the last one
 * @param asked how times are written in the request
 * @param stated how records state their time of change: not always as the request wants it
 * @param first what the very first pull asks for, as text for the request; empty for everything
 */
public record Since(Duration overlap, Times asked, Times stated, String first) {
    private static final Instant UNEVEN = Instant.parse("2001-05-17T17:47:29.5Z");

    /** Times written and read in the same way. */
    public Since(Duration overlap, Times times, String first) {
        this(overlap, times, times, first);
    }

    /**
     * How much a moment loses on its way through a request: a day where only dates are written, else a minute, which also
     * covers clocks that know whole seconds only.
     */
    public Duration grain() {
        return asked.read(written(UNEVEN))
                .filter(read -> Duration.between(read, UNEVEN).abs().compareTo(Duration.ofMinutes(1)) < 0)
                .map(read -> Duration.ofMinutes(1))
                .orElse(Duration.ofDays(1));
    }

    /** A moment as the request wants it. */
    public String written(Instant moment) {
        return asked.write(moment);
    }

    /** The moment a record's field names; empty where it cannot be read as one. */
    public Optional<Instant> read(String text) {
        return stated.read(text);
    }

    /** The moment a request names. */
    public Optional<Instant> readAsked(String text) {
        return asked.read(text);
    }

    /**
     * How moments are written.
     *
     * @param format null for ISO 8601
     * @param zone of times that name none
     */
    public record Times(@Nullable DateTimeFormatter format, ZoneId zone) {
        private static final int DATE_LENGTH = 10;

        String write(Instant moment) {
            return format == null ? moment.toString() : format.withZone(zone).format(moment);
        }

        Optional<Instant> read(String text) {
            String stripped = text.strip();
            try {
                return Optional.of(
                        format == null
                                ? iso(stripped)
                                : moment(format.parseBest(
                                        stripped, Instant::from, LocalDateTime::from, LocalDate::from)));
            } catch (DateTimeException noMoment) {
                return Optional.empty();
            }
        }

        private Instant iso(String text) {
            String joined = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                    ? text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1)
                    : text;
            return moment(
                    joined.length() <= DATE_LENGTH
                            ? LocalDate.parse(joined)
                            : DateTimeFormatter.ISO_DATE_TIME.parseBest(joined, Instant::from, LocalDateTime::from));
        }

        private Instant moment(TemporalAccessor time) {
            return switch (time) {
                case Instant instant -> instant;
                case LocalDateTime local -> local.atZone(zone).toInstant();
                default -> LocalDate.from(time).atStartOfDay(zone).toInstant();
            };
        }
    }
}
