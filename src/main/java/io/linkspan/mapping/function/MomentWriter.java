package io.linkspan.mapping.function;

import io.linkspan.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes days and times by letters. */
@FunctionalInterface
interface MomentWriter {
    /** A day in ISO 8601. */
    MomentWriter ISO = (moment, notes) -> IsoTexts.day(LocalDate.from(moment));

    /** The text; null after an error was noted. */
    @Nullable
    String write(TemporalAccessor moment, Notes notes);

    /** What is said under a key; ISO where nothing is. */
    static MomentWriter of(Argument argument, String key) {
        String pattern = argument.text(key);
        if (pattern == null || pattern.equals("iso")) {
            return ISO;
        }
        YamlNode place = argument.place(key);
        String meant = Letters.meant(pattern);
        if (meant != null) {
            argument.refuse(place, "would not write '" + pattern + "' as it looks", "write " + meant);
            return ISO;
        }
        try {
            return of(DateTimeFormatter.ofPattern(Letters.strict(pattern), argument.locale("locale", Locale.ENGLISH)));
        } catch (IllegalArgumentException | ClassCastException unknown) { // the latter: ppH before another part
            argument.refuse(place, "does not know the format '" + pattern + "'", "write letters such as dd.MM.yyyy");
            return ISO;
        }
    }

    private static MomentWriter of(DateTimeFormatter formatter) {
        return (moment, notes) -> {
            try {
                return formatter.format(moment);
            } catch (DateTimeException partMissing) {
                notes.error(Dates.NOT_A_DATE, "the value has no such part as is to be written");
                return null;
            }
        };
    }
}
