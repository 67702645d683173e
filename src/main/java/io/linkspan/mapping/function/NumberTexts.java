package io.linkspan.mapping.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Percentages, and numbers written for people and for old systems. */
final class NumberTexts {
    private NumberTexts() {}

    static List<Function> all() {
        return List.of(percent(), formatNumber());
    }

    /** What a percentage becomes. */
    enum As {
        NUMBER,
        FRACTION
    }

    private static Function percent() {
        return Described.named("percent", Arithmetic.GROUP)
                .summary("Reads a percentage, with or without its sign.")
                .argument("""
                        `true` reads \"12.5 %\" as 12.5; `percent: fraction` as 0.125. A per mille sign is a tenth of it.

                        - `as`: `number` (default) or `fraction`
                        - `locale`: whose point and groups, as in `decimal`""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"as":{"enum":["number","fraction"]},
                        "locale":{"type":"string"}},"additionalProperties":false}""")
                .refuses()
                .keys("as", "locale")
                .example("{ locale: de }", "\"12,5 %\"", "12.5")
                .example("{ locale: de, as: fraction }", "\"12,5%\"", "0.125")
                .example("true", "\"5 ‰\"", "0.5")
                .example("true", "\"much\"", "error:not_a_number")
                .compiledBy(NumberTexts::percent);
    }

    private static Step percent(Argument argument) {
        boolean fraction = argument.choice("as", As.class, As.NUMBER) == As.FRACTION;
        DecimalReader reader =
                argument.has("locale") ? DecimalReader.of(argument.locale("locale", Locale.ROOT)) : DecimalReader.PLAIN;
        List<String> signs = List.of("%", "‰", "\u066A", "\uFF05");
        return (TextStep) (text, notes) -> {
            if (Blanks.allBlank(text)) {
                return null;
            }
            BigDecimal number = reader.read(Affixes.without(text, signs));
            if (number == null) {
                notes.error(Decimals.NOT_A_NUMBER, "a percentage was expected");
                return null;
            }
            return number.movePointLeft((fraction ? 2 : 0) + (text.indexOf('‰') >= 0 ? 1 : 0));
        };
    }

    private static Function formatNumber() {
        return Described.named("formatNumber", Arithmetic.GROUP)
                .summary("Writes a number as a text.")
                .argument("""
                        `formatNumber: de` is short for `{ locale: de }`.

                        - `locale`: whose point and groups; a point and no groups where it is not said
                        - `scale`, `rounding`: digits behind the point, as in `round`
                        - `group: true`: with the locale's groups of three
                        - `width`: zeros in front up to so many characters, the sign counted
                        - `implied: 2`: the last digits stand behind a point that is not written (12.34 as 1234)
                        - `minus`: `before` (default) or `behind`: `12-`""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"locale":{"type":"string"},"scale":{"type":"integer"},
                        "rounding":{"type":"string"},"group":{"type":"boolean"},"width":{"type":"integer"},"implied":{"type":"integer"},
                        "minus":{"enum":["before","behind"]}},"additionalProperties":false}""")
                .refuses()
                .keys("locale", "scale", "rounding", "group", "width", "implied", "minus")
                .example("{ locale: de, scale: 2, group: true }", "1234567.8", "\"1.234.567,80\"")
                .example("{ implied: 2, width: 9 }", "\"123.45\"", "\"000012345\"")
                .example("{ locale: de, minus: behind }", "-12.5", "\"12,5-\"")
                .example("{ scale: 2 }", "\"x\"", "error:not_a_number")
                .compiledBy(argument -> new Format(argument));
    }

    /** Where a minus stands. */
    enum Minus {
        BEFORE,
        BEHIND
    }

    private static final class Format implements NumberStep {
        private final char point;
        private final String group;
        private final int scale;
        private final @Nullable RoundingMode rounding;
        private final int width;
        private final int implied;
        private final boolean behind;

        Format(Argument argument) {
            DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(argument.locale("locale", Locale.ENGLISH));
            point = symbols.getDecimalSeparator();
            group = argument.flag("group", false) ? String.valueOf(symbols.getGroupingSeparator()) : "";
            implied = argument.integer("implied", 1, 30, 0);
            scale = argument.integer("scale", 0, 100, implied > 0 ? implied : -1);
            rounding = Decimals.rounding(argument, Decimals.Rounding.HALF_UP);
            width = argument.integer("width", 1, 1000, 0);
            behind = argument.choice("minus", Minus.class, Minus.BEFORE) == Minus.BEHIND;
        }

        @Override
        public @Nullable Object number(BigDecimal number, Notes notes) {
            BigDecimal scaled =
                    scale < 0 ? number : Decimals.scaled(number, scale, rounding, Decimals.TOO_PRECISE, notes);
            if (scaled == null) {
                return null;
            }
            String sign = scaled.signum() < 0 ? "-" : "";
            String digits = written(Plain.text(scaled.abs().movePointRight(implied)));
            String filled = "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
            return behind ? filled + sign : sign + filled;
        }

        private String written(String plain) {
            int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
            StringBuilder written = new StringBuilder(plain);
            if (end < plain.length()) {
                written.setCharAt(end, point);
            }
            for (int at = end - 3; at > 0 && !group.isEmpty(); at -= 3) {
                written.insert(at, group);
            }
            return written.toString();
        }
    }
}
