package io.linkspan.mapping.function;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Languages by ISO 639. */
final class LanguageCodes {
    private static final String UNKNOWN_LANGUAGE = "unknown_language";

    /** The older three letters (ISO 639-2/B) of languages that have two sets. */
    private static final String BIBLIOGRAPHIC =
            "sqalb hyarm eubaq mybur zhchi cscze nldut frfre kageo deger elgre isice mkmac mimao"
                    + " msmay faper rorum skslo botib cywel";

    private LanguageCodes() {}

    static List<Function> all() {
        return List.of(language());
    }

    /** What a language is written as. */
    enum To {
        ALPHA2,
        ALPHA3,
        NAME
    }

    private static Function language() {
        return Described.named("language", "Codes")
                .summary("Reads a language by its code or its name and writes its ISO 639 code.")
                .argument("""
                        `true` writes two letters (de); `language: alpha3` is short for `{ to: alpha3 }`. Read are codes of two and three letters
                        (deu and ger), tags (de-AT) and names in English, the language itself and German.

                        - `to`: `alpha2` (default), `alpha3`, `name`
                        - `language`: the language of the name; English where it is not said""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"to":{"enum":["alpha2","alpha3","name"]},
                        "language":{"type":"string"}},"additionalProperties":false}""")
                .refuses()
                .keys("to", "language")
                .example("true", "\"GER\"", "\"de\"")
                .example("true", "\"Deutsch\"", "\"de\"")
                .example("alpha3", "\"de-AT\"", "\"deu\"")
                .example("true", "\"Klingon!\"", "error:unknown_language")
                .compiledBy(LanguageCodes::language);
    }

    private static Step language(Argument argument) {
        To to = argument.choice("to", To.class, To.ALPHA2);
        Locale in = argument.locale("language", Locale.ENGLISH);
        return (TextStep) (text, notes) -> {
            String trimmed = Blanks.trim(text);
            String code = trimmed.length() > 100 ? null : alpha2(trimmed);
            if (code == null) {
                if (!trimmed.isEmpty()) {
                    notes.error(UNKNOWN_LANGUAGE, "a language's code or name was expected");
                }
                return null;
            }
            return switch (to) {
                case ALPHA2 -> code;
                case ALPHA3 -> Locale.of(code).getISO3Language();
                case NAME -> Locale.of(code).getDisplayLanguage(in);
            };
        };
    }

    private static @Nullable String alpha2(String text) {
        String code = ByName.NAMES.get(Unicode.folded(text));
        int end = text.replace('_', '-').indexOf('-');
        return code != null || end < 0 ? code : ByName.NAMES.get(Unicode.folded(text.substring(0, end)));
    }

    private static final class ByName {
        private static final Map<String, String> NAMES = names();

        private static Map<String, String> names() {
            Map<String, String> names = new HashMap<>();
            for (String pair : BIBLIOGRAPHIC.split(" ", -1)) {
                names.put(pair.substring(2), pair.substring(0, 2));
            }
            for (String code : Locale.getISOLanguages()) {
                names.put(code, code);
                names.put(Locale.of(code).getISO3Language(), code);
            }
            for (String code : Locale.getISOLanguages()) {
                Locale language = Locale.of(code);
                names.putIfAbsent(Unicode.folded(language.getDisplayLanguage(Locale.ENGLISH)), code);
                names.putIfAbsent(Unicode.folded(language.getDisplayLanguage(language)), code);
                names.putIfAbsent(Unicode.folded(language.getDisplayLanguage(Locale.GERMAN)), code);
            }
            return Map.copyOf(names);
        }
    }
}
