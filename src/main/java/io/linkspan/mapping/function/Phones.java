package io.linkspan.mapping.function;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.re2j.Pattern;
import io.linkspan.yaml.DidYouMean;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Telephone numbers, by libphonenumber. */
final class Phones {
    private static final String INVALID_PHONE = "invalid_phone";

    private Phones() {}

    static List<Function> all() {
        return List.of(phone());
    }

    /** How a number is written. */
    enum Format {
        E164,
        INTERNATIONAL,
        NATIONAL,
        RFC3966
    }

    /** What becomes of an extension. */
    enum Extension {
        WARN,
        DROP,
        APPEND,
        ONLY
    }

    /** How closely a number is checked. */
    enum Check {
        VALID,
        POSSIBLE
    }

    private static Function phone() {
        return Described.named("phone", "Contacts")
                .summary("Reads a telephone number as people write it and writes it in E.164.")
                .argument("""
                        `phone: DE` is short for `{ region: DE }`: the country of numbers that name none. `true` takes only numbers with a country
                        code. A number that cannot be one is refused; `otherwise: keep` takes it as it is, with a warning.

                        - `region`: ISO 3166 code; `regionFrom`: the source path of a country (code or name) instead; with both, `region` counts
                          where that is empty or unknown
                        - `format`: `e164` (default), `international` (+49 89 123456), `national` (089 123456), `rfc3966`
                        - `extension`: left out with the warning `extension_dropped` (`warn`, default) or without (`drop`), written behind the
                          number as `;ext=12` (`append`), or nothing but the extension (`only`)
                        - `check`: `valid` (default: the number range is in use) or `possible` (its length is right)""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"region":{"type":"string"},"regionFrom":{"type":"string"},
                        "format":{"enum":["e164","international","national","rfc3966"]},
                        "extension":{"enum":["warn","drop","append","only"]},"check":{"enum":["valid","possible"]}},"additionalProperties":false}""")
                .refuses()
                .keys("region", "regionFrom", "format", "extension", "check")
                .example("DE", "\"(089) 123456-0\"", "\"+49891234560\"")
                .example("{ region: US, extension: append }", "\"(415) 555-2671 ext. 12\"", "\"+14155552671;ext=12\"")
                .example("{ region: US, extension: only }", "\"(415) 555-2671 x12\"", "\"12\"")
                .example("US", "\"(415) 555-2671 x12\"", "\"+14155552671\" warning:extension_dropped")
                .example("{ region: DE, extension: append }", "\"089 123456 Durchwahl 12\"", "\"+4989123456;ext=12\"")
                .example("DE", "\"call me\"", "error:invalid_phone")
                .example("{ region: DE, otherwise: keep }", "\"12\"", "\"12\" warning:invalid_phone")
                .compiledBy(Phone::new);
    }

    /** Words for an extension that libphonenumber does not know. */
    private static final Pattern SPOKEN_EXTENSION = Pattern.compile(
            "(?i)[,;/ -]+(?:durchwahl|dw|nebenstelle|nst|apparat|app|poste|interno|toestel|anexo)\\.?:? *([0-9]{1,7})$");

    private static final class Phone implements TextStep {
        private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        private final @Nullable String region;
        private final int regionFrom;
        private final Format format;
        private final Extension extension;
        private final boolean valid;

        Phone(Argument argument) {
            String said = argument.text("region");
            region = said == null ? null : said.toUpperCase(Locale.ROOT);
            if (region != null && !numbers.getSupportedRegions().contains(region)) {
                argument.refuse(
                        argument.place("region"),
                        "does not know the region '" + said + "'",
                        DidYouMean.nearest(region, numbers.getSupportedRegions())
                                .map(near -> "write an ISO 3166 code such as " + near)
                                .orElse("write an ISO 3166 code such as DE"));
            }
            regionFrom = argument.sibling("regionFrom");
            format = argument.choice("format", Format.class, Format.E164);
            extension = argument.choice("extension", Extension.class, Extension.WARN);
            valid = argument.choice("check", Check.class, Check.VALID) == Check.VALID;
        }

        @Override
        public @Nullable Object text(String text, Notes notes) {
            if (Blanks.allBlank(text)) {
                return null;
            }
            PhoneNumber number = read(text, notes);
            if (number == null) {
                notes.error(INVALID_PHONE, "a telephone number was expected");
                return null;
            }
            return extension == Extension.ONLY
                    ? (number.hasExtension() ? number.getExtension() : null)
                    : written(number, notes);
        }

        private @Nullable PhoneNumber read(String text, Notes notes) {
            try {
                String spelt = SPOKEN_EXTENSION
                        .matcher(Blanks.trim(Invisibles.without(text)))
                        .replaceAll(" ext. $1");
                PhoneNumber number = numbers.parse(spelt, region(notes));
                return (valid ? numbers.isValidNumber(number) : numbers.isPossibleNumber(number)) ? number : null;
            } catch (NumberParseException notANumber) {
                return null;
            }
        }

        private @Nullable String region(Notes notes) {
            String country = regionFrom == Function.Surroundings.NO_SIBLING ? null : notes.sibling(regionFrom);
            String code = country == null ? null : Countries.alpha2(country);
            return code == null ? region : code;
        }

        private String written(PhoneNumber number, Notes notes) {
            String ending = number.hasExtension() ? number.getExtension() : "";
            if (!ending.isEmpty() && extension == Extension.WARN) {
                notes.warning("extension_dropped", "the number has an extension, which was left out");
            }
            number.clearExtension();
            String written = numbers.format(number, PhoneNumberFormat.valueOf(format.name()));
            return ending.isEmpty() || extension != Extension.APPEND ? written : written + ";ext=" + ending;
        }
    }
}
