package io.linkspan.mapping.function;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries by ISO 3166-1. */
final class Countries {
    static final String UNKNOWN_COUNTRY = "unknown_country";

    private Countries() {}

    static List<Function> all() {
        return List.of(country());
    }

    /** What a country is written as. */
    enum To {
        ALPHA2,
        ALPHA3,
        NUMERIC,
        NAME
    }

    private static Function country() {
        return Described.named("country", "Codes")
                .summary("Reads a country by its code or its name and writes its ISO 3166-1 code.")
                .argument("""
                        `true` writes two letters (DE); `country: alpha3` is short for `{ to: alpha3 }`. Read are codes of two and three letters and
                        of digits, number plate letters (D, A, F), names in some thirty languages, and names and codes that are common or were
                        (USA, UK, EL, Holland, Burma; Korea, Republic of); case, accents and blanks do not count.

                        - `to`: `alpha2` (default), `alpha3`, `numeric` (276), `name`
                        - `language`: the language of the name; English where it is not said""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"to":{"enum":["alpha2","alpha3","numeric","name"]},
                        "language":{"type":"string"}},"additionalProperties":false}""")
                .refuses()
                .keys("to", "language")
                .example("true", "\"Deutschland\"", "\"DE\"")
                .example("alpha3", "\"at\"", "\"AUT\"")
                .example("true", "\"UK\"", "\"GB\"")
                .example("numeric", "\"Schweiz\"", "\"756\"")
                .example("{ to: name, language: fr }", "\"DEU\"", "\"Allemagne\"")
                .example("true", "\"Atlantis\"", "error:unknown_country")
                .compiledBy(Countries::country);
    }

    private static Step country(Argument argument) {
        To to = argument.choice("to", To.class, To.ALPHA2);
        Locale language = argument.locale("language", Locale.ENGLISH);
        return (TextStep) (text, notes) -> {
            if (Blanks.allBlank(text)) {
                return null;
            }
            String code = alpha2(text);
            if (code == null) {
                notes.error(UNKNOWN_COUNTRY, "a country's code or name was expected");
                return null;
            }
            return switch (to) {
                case ALPHA2 -> code;
                case ALPHA3 -> CountryCodes.alpha3(code);
                case NUMERIC -> CountryCodes.numeric(code);
                case NAME -> Locale.of("", code).getDisplayCountry(language);
            };
        };
    }

    /** The two letters of a country named in any of the ways above; null where there is none. */
    static @Nullable String alpha2(String text) {
        String trimmed = Blanks.trim(text);
        if (CountryCodes.isAlpha2(trimmed)) {
            return trimmed;
        }
        if (trimmed.length() > 100) {
            return null;
        }
        String code = ByName.NAMES.get(Unicode.folded(trimmed));
        return code == null ? ByName.NAMES.get(Unicode.folded(turned(trimmed))) : code;
    }

    /** ISO's lists put what is less needed behind: "Korea, Republic of", "Iran (Islamic Republic of)", "Netherlands (the)". */
    private static String turned(String name) {
        int comma = name.indexOf(',');
        int bracket = name.endsWith(")") ? name.indexOf('(') : -1;
        int at = bracket >= 0 ? bracket : comma;
        if (at < 0) {
            return name;
        }
        String behind = name.substring(at + 1, bracket >= 0 ? name.length() - 1 : name.length());
        return behind.strip().equalsIgnoreCase("the")
                ? name.substring(0, at)
                : behind.strip() + " " + name.substring(0, at);
    }

    /** Everything a country may be called, made when the first is not simply two letters. */
    private static final class ByName {
        private static final Map<String, String> NAMES = names();

        private static Map<String, String> names() {
            Map<String, String> names = new HashMap<>();
            String[] languages =
                    ("en de fr es it pt nl da sv nb fi is pl cs sk sl hr sr hu ro bg el tr et lv lt ru uk ca ga sq"
                                    + " ja zh ko ar he")
                            .split(" ", -1);
            for (String code : CountryCodes.alpha2()) {
                names.put(Unicode.folded(code), code);
                names.put(Unicode.folded(CountryCodes.alpha3(code)), code);
                names.put(String.valueOf(CountryCodes.numeric(code)), code);
            }
            CountryCodes.aliases().forEach((alias, code) -> names.putIfAbsent(Unicode.folded(alias), code));
            for (String language : languages) {
                for (String code : CountryCodes.alpha2()) {
                    String name = Locale.of("", code).getDisplayCountry(Locale.of(language));
                    names.putIfAbsent(Unicode.folded(name), code);
                }
            }
            return Map.copyOf(names);
        }
    }
}
