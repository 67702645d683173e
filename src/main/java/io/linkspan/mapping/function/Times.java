package io.linkspan.mapping.function;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Times of day. */
final class Times {
    private static final String GROUP = "Dates and times";
    private static final String ANY_DAY = "2000-01-01";

    private Times() {}

    static List<Function> all() {
        return List.of(time());
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
}
