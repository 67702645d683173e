package io.linkspan.mapping.function;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every function of the mapping language. */
public final class Functions {
    private static final Map<String, Function> ALL = collect();

    private Functions() {}

    /** The functions by name, group by group in the order of the reference. */
    public static Map<String, Function> all() {
        return ALL;
    }

    /** What may stand behind the functions' companion keys in a field, as JSON Schema by key. */
    public static Map<String, String> companionSchemas() {
        return Map.of(Otherwise.KEY, Otherwise.SCHEMA);
    }

    private static Map<String, Function> collect() {
        Map<String, Function> all = new LinkedHashMap<>();
        groups().flatMap(List::stream).forEach(function -> all.put(function.name(), function));
        return Collections.unmodifiableMap(all);
    }

    private static Stream<List<Function>> groups() {
        return Stream.of(
                Texts.all(),
                Unicode.all(),
                Lengths.all(),
                Pieces.all(),
                Replacing.all(),
                Patterns.all(),
                Html.all(),
                Decimals.all(),
                NumberTexts.all(),
                Arithmetic.all(),
                Money.all(),
                Dates.all(),
                DateTimes.all(),
                Times.all(),
                Shifts.all(),
                Booleans.all(),
                Lookups.all(),
                Countries.all(),
                LanguageCodes.all(),
                Lists.all(),
                Bits.all(),
                Phones.all(),
                Addresses.all(),
                Names.all(),
                Hashes.all(),
                Checksums.all());
    }
}
