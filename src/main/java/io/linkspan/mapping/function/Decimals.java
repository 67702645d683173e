package io.linkspan.mapping.function;

import io.linkspan.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts to exact numbers: {@code decimal} and {@code integer}. */
final class Decimals {
    static final String NOT_A_NUMBER = "not_a_number";
    static final String TOO_PRECISE = "too_precise";
    static final String OUT_OF_RANGE = "out_of_range";
    static final String NOT_AN_INTEGER = "not_an_integer";

    private static final String READING = """
            "locale":{"type":"string","description":"whose point and groups: de 1.234,56; de-CH 1'234.56; en 1,234.56; fr 1 234,56"},
            "point":{"enum":[".",","]},"group":{"type":"string"},
            "ignore":{"type":["string","array"],"items":{"type":"string"},"description":"what may stand before or behind the number: EUR, kg"},
            "implied":{"type":"integer","minimum":1,"maximum":30},
            "min":{"type":["number","string"]},"max":{"type":["number","string"]},
            "rounding":{"enum":["half-up","half-even","half-down","up","down","ceiling","floor","exact"]}
            """;

    private Decimals() {}

    static List<Function> all() {
        return List.of(decimal(), integer());
    }

    private static Function decimal() {
        return Described.named("decimal", "Numbers")
                .summary("Reads a text as an exact decimal number, at any size.")
                .argument("""
                        `true` reads as XML Schema and JSON do: a point, no groups, an exponent if there is one. `decimal: de` is short
                        for `{ locale: de }`. In every form the sign may stand before or behind (`12-`), parentheses mean minus, a
                        missing integer part is 0, a blank text is nothing; groups must be whole, so `1.23` is no German number.

                        - `locale`: whose point and groups (`de` 1.234,56 · `de-CH` 1'234.56 · `en` 1,234.56 · `fr` 1 234,56); blanks group everywhere
                        - `point`, `group`: instead of a locale, e.g. `{ point: ",", group: "." }`
                        - `scale`: digits behind the point, filled with zeros or rounded; `rounding`: `half-up` (default), `half-even`, `half-down`,
                          `up`, `down`, `ceiling`, `floor`, or `exact`, which refuses what does not fit (`too_precise`)
                        - `implied`: the last digits stand behind a point nobody wrote: `implied: 2` reads 000012345 as 123.45
                        - `ignore`: what may stand before or behind the number: `[EUR, €, kg]`
                        - `strip: true`: no zeros at the end behind the point
                        - `min`, `max`: the smallest and largest number allowed (`out_of_range`)""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{%s,"scale":{"type":"integer","minimum":0,"maximum":100},
                        "strip":{"type":"boolean"}},"additionalProperties":false}""".formatted(READING))
                .refuses()
                .keys("locale", "point", "group", "scale", "rounding", "implied", "ignore", "strip", "min", "max")
                .example("true", "\"1.5E+3\"", "1500")
                .example("de", "\"1.234.567,89\"", "1234567.89")
                .example("{ scale: 2, locale: de }", "\"12,345-\"", "-12.35")
                .example("de-CH", "\"1’000’000\"", "1000000")
                .example("{ implied: 2 }", "\"000012345\"", "123.45")
                .example("de", "\"1.23\"", "error:not_a_number")
                .example("{ max: 100 }", "\"101\"", "error:out_of_range")
                .compiledBy(argument -> new Rule(argument, argument.integer("scale", 0, 100, Rule.ANY_SCALE), false));
    }

    private static Function integer() {
        return Described.named("integer", "Numbers")
                .summary("Reads a text as a whole number, at any size.")
                .argument("""
                        As `decimal`; zeros behind the point are fine (`12,00`), anything else there is refused (`not_an_integer`)
                        unless `rounding` says how to round.""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{%s},"additionalProperties":false}""".formatted(READING))
                .refuses()
                .keys("locale", "point", "group", "rounding", "implied", "ignore", "min", "max")
                .example("true", "\"9007199254740993\"", "9007199254740993")
                .example("de", "\"1.000\"", "1000")
                .example("{ rounding: half-up }", "\"2.5\"", "3")
                .example("true", "\"2.5\"", "error:not_an_integer")
                .example("true", "\"A12\"", "error:not_a_number")
                .compiledBy(argument -> new Rule(argument, 0, true));
    }

    /** The reader an argument asks for: by locale, by signs, or plain. */
    static DecimalReader reader(Argument argument) {
        YamlNode written = argument.has("point") ? argument.at("point") : argument.at("group");
        if (argument.has("locale")) {
            if (written != null) {
                argument.refuse(written, "takes either a locale or point and group", "keep one of them");
            }
            return DecimalReader.of(argument.locale("locale", Locale.ROOT));
        }
        if (written == null) {
            return DecimalReader.PLAIN;
        }
        String group = argument.text("group", "");
        String point = argument.text("point", group.contains(".") ? "," : ".");
        if ((!point.equals(".") && !point.equals(",")) || group.contains(point) || group.length() > 8) {
            argument.refuse(
                    written, "needs a point of '.' or ',' and other signs as groups", "{ point: \",\", group: \".\" }");
            return DecimalReader.PLAIN;
        }
        return DecimalReader.of(point.charAt(0), group);
    }

    /** How to round; null for {@code exact}: refuse. */
    static @Nullable RoundingMode rounding(Argument argument, Rounding otherwise) {
        return switch (argument.choice("rounding", Rounding.class, otherwise)) {
            case HALF_UP -> RoundingMode.HALF_UP;
            case HALF_EVEN -> RoundingMode.HALF_EVEN;
            case HALF_DOWN -> RoundingMode.HALF_DOWN;
            case UP -> RoundingMode.UP;
            case DOWN -> RoundingMode.DOWN;
            case CEILING -> RoundingMode.CEILING;
            case FLOOR -> RoundingMode.FLOOR;
            case EXACT -> null;
        };
    }

    /** The ways to round. */
    enum Rounding {
        HALF_UP,
        HALF_EVEN,
        HALF_DOWN,
        UP,
        DOWN,
        CEILING,
        FLOOR,
        EXACT
    }

    /** Rounds, or refuses what does not fit when there is no way to round. */
    static @Nullable BigDecimal scaled(
            BigDecimal number, int scale, @Nullable RoundingMode rounding, String code, Notes notes) {
        if (number.scale() == scale) {
            return number;
        }
        if (rounding != null) {
            return number.setScale(scale, rounding);
        }
        try {
            return number.setScale(scale);
        } catch (ArithmeticException tooPrecise) {
            String detail = scale == 0 ? "a whole number was expected" : "at most " + scale + " decimals were expected";
            notes.error(code, detail);
            return null;
        }
    }

    /** What an argument says about reading a number. */
    private static final class Rule implements TextStep {
        private static final int ANY_SCALE = -1;

        private final DecimalReader reader;
        private final int implied;
        private final List<String> ignored;
        private final int scale;
        private final @Nullable RoundingMode rounding;
        private final boolean whole;
        private final boolean strip;
        private final Range range;
        private final String expected;

        Rule(Argument argument, int scale, boolean whole) {
            this.reader = reader(argument);
            this.implied = argument.integer("implied", 1, 30, 0);
            this.ignored = argument.texts("ignore");
            this.scale = scale;
            this.whole = whole;
            this.rounding = rounding(argument, whole ? Rounding.EXACT : Rounding.HALF_UP);
            this.strip = argument.flag("strip", false);
            this.range = Range.of(argument);
            this.expected = "a number such as " + (reader.point() == ',' ? "1234,5" : "1234.5") + " was expected";
        }

        @Override
        public @Nullable Object apply(Object value, Notes notes) {
            if (value instanceof String text) {
                return text(text, notes);
            }
            BigDecimal number = value instanceof List ? null : NumberStep.of(value);
            return number == null ? TextStep.super.apply(value, notes) : finished(number, notes);
        }

        @Override
        public @Nullable Object text(String text, Notes notes) {
            if (Blanks.allBlank(text)) {
                return null;
            }
            BigDecimal number = reader.read(ignored.isEmpty() ? text : Affixes.without(text, ignored));
            if (number == null || (implied > 0 && number.scale() != 0)) {
                notes.error(NOT_A_NUMBER, expected);
                return null;
            }
            return finished(implied > 0 ? number.movePointLeft(implied) : number, notes);
        }

        @Override
        public @Nullable SliceStep slices() {
            boolean plain = implied == 0 && ignored.isEmpty() && !strip && range.isOpen();
            return plain ? this::take : null;
        }

        private @Nullable Object take(Slice slice) {
            boolean fits =
                    reader.usual(slice, slice.digits) && (scale == ANY_SCALE || slice.digits.rescale(scale, rounding));
            return fits ? slice.number() : null;
        }

        private @Nullable Object finished(BigDecimal number, Notes notes) {
            BigDecimal scaled = scale == ANY_SCALE
                    ? number
                    : scaled(number, scale, rounding, whole ? NOT_AN_INTEGER : TOO_PRECISE, notes);
            if (scaled == null || !range.holds(scaled, notes)) {
                return null;
            }
            if (whole) {
                return Plain.shortest(scaled);
            }
            return strip ? stripped(scaled) : scaled;
        }
    }

    /** Without zeros at the end behind the point. */
    static BigDecimal stripped(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
