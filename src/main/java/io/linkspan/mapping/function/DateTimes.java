package io.linkspan.mapping.function;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts to instants and local times. */
final class DateTimes {
    static final String NOT_A_DATE_TIME = "not_a_date_time";

    private DateTimes() {}

    static List<Function> all() {
        return List.of(dateTime());
    }

    private static Function dateTime() {
        return Described.named("dateTime", "Dates and times")
                .summary("Reads a text as a point in time and writes it in UTC, or as asked.")
                .argument("""
                        `true` reads ISO 8601 and XML Schema (24:00:00 is the next day's midnight; a day alone is its midnight). A value
                        without a zone is local time in `zone`. The result ends in `Z`; a fraction of zeros is left out, any other stays
                        as it is written. `dateTime: yyyyMMddHHmmss` is short for `{ in: yyyyMMddHHmmss }`. Blanks and zeros are nothing.

                        """ + Dates.FORMATS + """

                        - `zone`: the zone of values that name none; the file's `zone`, else UTC
                        - `out`: `utc` (default), `offset` (with the offset it has in `toZone`, or as written), `local` (without any zone),
                          `epoch-seconds`, `epoch-millis`, or letters
                        - `toZone`: the zone in which `offset`, `local` and letters are written; the value's own where it is not said
                        - `fraction`: how many digits of the second are written, 0 to 9, instead of as above
                        - `timeFrom`: the source path of the time, where day and time are two values: it is read behind the day and a blank,
                          so `in` is `yyyyMMdd HHmmss`; without a time there the day's midnight is meant
                        - `gap`: a time the clocks jumped over is moved on by the `shift` (default), or to the `next` moment there is, each with
                          the warning `dst_gap`; or `fail`
                        - `overlap`: of a time that came twice the `earlier` (default) or the `later` is meant, with the warning `dst_overlap`; or `fail`""")
                .schema("""
                        {"type":["boolean","string","array","object"],"items":{"type":"string"},"properties":{%s,"zone":{"type":"string"},
                        "out":{"type":"string"},"toZone":{"type":"string"},"fraction":{"type":"integer","minimum":0,"maximum":9},
                        "timeFrom":{"type":"string"},"gap":{"enum":["shift","next","fail"]},
                        "overlap":{"enum":["earlier","later","fail"]}},"additionalProperties":false}""".formatted(Dates.FORMATS_SCHEMA))
                .refuses()
                .keys(
                        "in",
                        "zone",
                        "out",
                        "toZone",
                        "fraction",
                        "timeFrom",
                        "gap",
                        "overlap",
                        "locale",
                        "pivot",
                        "openEnd",
                        "nothing")
                .example("true", "\"2024-07-01T12:00:00+02:00\"", "\"2024-07-01T10:00:00Z\"")
                .example("{ zone: Europe/Berlin }", "\"2024-01-15T08:30:00\"", "\"2024-01-15T07:30:00Z\"")
                .example("true", "\"2024-12-31T24:00:00Z\"", "\"2025-01-01T00:00:00Z\"")
                .example(
                        "{ in: yyyyMMddHHmmss, zone: Europe/Berlin }", "\"20240701120000\"", "\"2024-07-01T10:00:00Z\"")
                .example(
                        "{ out: offset, toZone: Europe/Berlin }",
                        "\"2024-07-01T10:00:00Z\"",
                        "\"2024-07-01T12:00:00+02:00\"")
                .example("epoch-millis", "\"1719828000500\"", "\"2024-07-01T10:00:00.500Z\"")
                .example(
                        "{ zone: Europe/Berlin }",
                        "\"2024-03-31T02:30:00\"",
                        "\"2024-03-31T01:30:00Z\" warning:dst_gap")
                .example(
                        "{ zone: Europe/Berlin }",
                        "\"2024-10-27T02:30:00\"",
                        "\"2024-10-27T00:30:00Z\" warning:dst_overlap")
                .example("true", "\"yesterday\"", "error:not_a_date_time")
                .compiledBy(DateTimes::compile);
    }

    private static Step compile(Argument argument) {
        ZoneId said = Zones.of(argument, "zone");
        ZoneId zone = said == null ? argument.surroundings().zone() : said;
        return new Rule(
                MomentFormats.of(argument),
                NoDates.of(argument),
                zone,
                Zones.Rule.of(argument),
                InstantWriter.of(argument),
                argument.sibling("timeFrom"));
    }

    private record Rule(
            MomentReader reader, NoDates noDates, ZoneId zone, Zones.Rule odd, InstantWriter writer, int timeFrom)
            implements TextStep {
        @Override
        public @Nullable Object text(String text, Notes notes) {
            String trimmed = Blanks.trim(text);
            Moment moment = read(trimmed, notes);
            if (moment == null && NoDates.isEmpty(trimmed)) {
                return null;
            }
            if (moment == null) {
                notes.error(NOT_A_DATE_TIME, "a date and time in the format of this field was expected");
                return null;
            }
            return noDates.covers(IsoTexts.day(moment.date())) ? null : written(moment, trimmed, notes);
        }

        private @Nullable Moment read(String day, Notes notes) {
            if (timeFrom == Function.Surroundings.NO_SIBLING) {
                return reader.read(day);
            }
            String time = notes.sibling(timeFrom);
            if (time != null && !Blanks.allBlank(time)) {
                return reader.read(day + " " + Blanks.trim(time));
            }
            Moment midnight = reader.read(day + " 000000");
            midnight = midnight == null ? reader.read(day + " 00:00:00") : midnight;
            return midnight == null ? reader.read(day) : midnight;
        }

        private @Nullable Object written(Moment moment, String text, Notes notes) {
            LocalTime time = moment.time() == null ? LocalTime.MIDNIGHT : moment.time();
            LocalDateTime local = moment.date().atTime(time);
            if (writer.keeps(moment, text)) {
                return text;
            }
            if (moment.zone() == null && writer.isLocal()) {
                return writer.write(local.atZone(ZoneOffset.UTC), moment.fraction(), notes);
            }
            ZonedDateTime settled = odd.settle(local, moment.zone() == null ? zone : moment.zone(), notes);
            return settled == null ? null : writer.write(settled, moment.fraction(), notes);
        }
    }
}
