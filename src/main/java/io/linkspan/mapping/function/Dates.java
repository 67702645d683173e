package io.linkspan.mapping.function;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts to calendar days. */
final class Dates {
    static final String NOT_A_DATE = "not_a_date";

    static final String FORMATS = """
            - `in`: one format or several, tried in order. Letters: `yyyy` or `yy` year, `MM` month (`MMM` its name), `dd` day, `HH` hour,
              `mm` minute, `ss` second, `SSS` fraction, `XXX` offset; texts in single quotes. Or a name: `iso`, `iso-week` (2024-W05-3),
              `iso-ordinal` (2024-031), `epoch-seconds`, `epoch-millis`, `excel` (45322), `jde` (124031), `cyymmdd` (1240131)
            - `locale`: the language of months' names; English where it is not said
            - `pivot`: the first of the hundred years that two digits may mean: 1950 (default) reads 49 as 2049 and 50 as 1950
            - `openEnd`: `keep` (default) or `nothing`: what becomes of days in the year 9999
            - `nothing`: days that mean there is none: `[1900-01-01]`""";

    static final String FORMATS_SCHEMA = """
            "in":{"type":["string","array"],"items":{"type":"string"},"description":"one format or several, tried in order"},
            "locale":{"type":"string"},"pivot":{"type":"integer"},"openEnd":{"enum":["keep","nothing"]},
            "nothing":{"type":["string","array"],"items":{"type":"string"}}""";

    private Dates() {}

    static List<Function> all() {
        return List.of(date());
    }

    private static Function date() {
        return Described.named("date", "Dates and times")
                .summary("Reads a text as a calendar day and writes it in ISO 8601, or as asked.")
                .argument("""
                        `true` reads ISO 8601 and XML Schema dates; a time or an offset behind the day is left out and the day stays as it
                        is written. `date: yyyyMMdd` is short for `{ in: yyyyMMdd }`. Days must exist (no 30 February). A blank text and
                        zeros (00000000, 0000-00-00) are nothing.

                        """ + FORMATS + """

                        - `out`: how the day is written; `iso` (default) or letters
                        - `zone`: for values that say their own offset: the zone whose calendar counts. Without it the day stays as written""")
                .schema("""
                        {"type":["boolean","string","array","object"],"items":{"type":"string"},"properties":{%s,
                        "out":{"type":"string"},"zone":{"type":"string"}},"additionalProperties":false}""".formatted(FORMATS_SCHEMA))
                .refuses()
                .keys("in", "out", "locale", "pivot", "openEnd", "nothing", "zone")
                .example("yyyyMMdd", "\"20240131\"", "\"2024-01-31\"")
                .example("[yyyyMMdd, dd.MM.yyyy]", "\"31.01.2024\"", "\"2024-01-31\"")
                .example("true", "\"2017-12-01-05:00\"", "\"2017-12-01\"")
                .example("{ in: yyyyMMdd, openEnd: nothing }", "\"99991231\"", "null")
                .example("yyyyMMdd", "\"00000000\"", "null")
                .example("{ in: dd-MMM-yy }", "\"31-JAN-24\"", "\"2024-01-31\"")
                .example("{ in: iso, out: dd.MM.yyyy }", "\"2024-01-31\"", "\"31.01.2024\"")
                .example("yyyyMMdd", "\"20240230\"", "error:not_a_date")
                .compiledBy(Dates::compile);
    }

    private static Step compile(Argument argument) {
        MomentReader reader = MomentFormats.of(argument);
        NoDates noDates = NoDates.of(argument);
        MomentWriter writer = MomentWriter.of(argument, "out");
        ZoneId zone = Zones.of(argument, "zone");
        return zone == null && writer.equals(MomentWriter.ISO)
                ? new IsoDay(reader, noDates)
                : new AnyDay(reader, noDates, writer, zone);
    }

    /** What cannot be read is nothing where it means nothing, else an error. */
    private static @Nullable Object unread(String text, Notes notes) {
        if (!NoDates.isEmpty(text)) {
            notes.error(NOT_A_DATE, "a date in the format of this field was expected");
        }
        return null;
    }

    /** The common case: a day as written, in ISO 8601. */
    private record IsoDay(MomentReader reader, NoDates noDates) implements TextStep {
        @Override
        public @Nullable Object text(String text, Notes notes) {
            String trimmed = Blanks.trim(text);
            String day = reader.day(trimmed);
            if (day == null) {
                return unread(trimmed, notes);
            }
            return noDates.covers(day) ? null : day;
        }

        @Override
        public @Nullable SliceStep slices() {
            return noDates.isOpen() ? slice -> slice.when(slice.trim() && reader.day(slice)) : null;
        }
    }

    /** A day in another zone or written another way. */
    private record AnyDay(
            MomentReader reader,
            NoDates noDates,
            MomentWriter writer,
            @Nullable ZoneId zone) implements TextStep {
        @Override
        public @Nullable Object text(String text, Notes notes) {
            String trimmed = Blanks.trim(text);
            Moment moment = reader.read(trimmed);
            if (moment == null) {
                return unread(trimmed, notes);
            }
            LocalDate date = moment.date();
            if (zone != null && moment.zone() != null && moment.time() != null) {
                date = date.atTime(moment.time())
                        .atZone(moment.zone())
                        .withZoneSameInstant(zone)
                        .toLocalDate();
            }
            return noDates.covers(IsoTexts.day(date)) ? null : writer.write(date, notes);
        }
    }
}
