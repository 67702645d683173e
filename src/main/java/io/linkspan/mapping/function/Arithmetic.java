package io.linkspan.mapping.function;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Exact sums with numbers. */
final class Arithmetic {
    static final String GROUP = "Numbers";

    private Arithmetic() {}

    static List<Function> all() {
        return List.of(round(), multiply(), divide(), add(), negate(), abs(), sign(), range(), clamp());
    }

    private static Function round() {
        return Described.named("round", GROUP)
                .summary("Rounds a number.")
                .argument("""
                        `round: 2` is short for `{ scale: 2 }`.

                        - `scale`: digits behind the point; `to: 0.05` instead: the nearest multiple
                        - `currency: EUR`, `currencyFrom: Currency`: as many digits as the currency has (ISO 4217)
                        - `rounding`: `half-up` (default), `half-even`, `half-down`, `up`, `down`, `ceiling`, `floor`, `exact` (else `too_precise`)""")
                .schema("""
                        {"type":["boolean","integer","string","object"],"properties":{"scale":{"type":"integer","minimum":0,"maximum":100},
                        "to":{"type":["number","string"]},"currency":{"type":"string"},"currencyFrom":{"type":"string"},
                        "rounding":{"enum":["half-up","half-even","half-down","up","down","ceiling","floor","exact"]}},"additionalProperties":false}""")
                .refuses()
                .keys("scale", "to", "currency", "currencyFrom", "rounding")
                .example("2", "\"1.005\"", "1.01")
                .example("{ scale: 0, rounding: half-even }", "2.5", "2")
                .example("{ to: 0.05 }", "1.03", "1.05")
                .example("{ currency: JPY }", "1234.5", "1235")
                .example("{ scale: 1, rounding: exact }", "1.25", "error:too_precise")
                .compiledBy(Arithmetic::round);
    }

    private static Step round(Argument argument) {
        RoundingMode rounding = Decimals.rounding(argument, Decimals.Rounding.HALF_UP);
        BigDecimal to = argument.number("to");
        int scale = argument.integer("scale", 0, 100, 0);
        if (to != null && to.signum() <= 0) {
            argument.refuse(argument.place("to"), "rounds to a number above 0", "{ to: 0.05 }");
        }
        if (argument.has("currency") || argument.has("currencyFrom")) {
            CurrencyDigits digits = CurrencyDigits.of(argument);
            return (NumberStep) (number, notes) -> {
                int needed = digits.count(notes);
                return needed < 0 ? null : Decimals.scaled(number, needed, rounding, Decimals.TOO_PRECISE, notes);
            };
        }
        return (NumberStep) (number, notes) -> to == null
                ? Decimals.scaled(number, scale, rounding, Decimals.TOO_PRECISE, notes)
                : toMultiple(number, to, rounding, notes);
    }

    private static @Nullable Object toMultiple(
            BigDecimal number, BigDecimal to, @Nullable RoundingMode rounding, Notes notes) {
        BigDecimal rest = number.remainder(to);
        if (rounding == null && rest.signum() != 0) {
            notes.error(Decimals.TOO_PRECISE, "a multiple of " + to.toPlainString() + " was expected");
            return null;
        }
        return rounding == null ? number : number.divide(to, 0, rounding).multiply(to);
    }

    private static Described.Builder byNumber(String name, String summary, String more) {
        return Described.named(name, GROUP)
                .summary(summary)
                .argument("The number, `" + name
                        + ": 100`, or `{ from: Quantity }`: another value of the record, by its source path." + more)
                .refuses();
    }

    private static final String SCHEMA = """
            {"type":["boolean","number","string","object"],"properties":{"by":{"type":["number","string"]},"from":{"type":"string"}%s},
            "additionalProperties":false}""";

    private static Function multiply() {
        return byNumber("multiply", "Multiplies, exactly.", "")
                .schema(SCHEMA.formatted(""))
                .keys("by", "from")
                .example("100", "\"12.5\"", "1250.0")
                .example("0.45359237", "10", "4.53592370")
                .example("2", "\"x\"", "error:not_a_number")
                .compiledBy(argument -> combined(argument, BigDecimal::multiply));
    }

    private static Function add() {
        return byNumber("add", "Adds, exactly; a number below 0 takes away.", "")
                .schema(SCHEMA.formatted(""))
                .keys("by", "from")
                .example("1.5", "\"2\"", "3.5")
                .example("-1", "2", "1")
                .example("1", "\"x\"", "error:not_a_number")
                .compiledBy(argument -> combined(argument, BigDecimal::add));
    }

    private static Step combined(Argument argument, BinaryOperator<BigDecimal> operator) {
        Other other = Other.of(argument);
        return (NumberStep) (number, notes) -> {
            BigDecimal by = other.number(notes);
            return by == null ? null : operator.apply(number, by);
        };
    }

    private static Function divide() {
        return byNumber(
                        "divide",
                        "Divides; exactly where that ends, else to 34 digits, or to a scale.",
                        " `{ by: 3, scale: 2, rounding: half-even }`.")
                .schema(SCHEMA.formatted(",\"scale\":{\"type\":\"integer\"},\"rounding\":{\"type\":\"string\"}"))
                .keys("by", "from", "scale", "rounding")
                .example("1000", "\"1500\"", "1.5")
                .example("{ by: 3, scale: 2 }", "10", "3.33")
                .example("1000", "\"x\"", "error:not_a_number")
                .compiledBy(Arithmetic::divide);
    }

    private static Step divide(Argument argument) {
        Other other = Other.of(argument);
        int scale = argument.integer("scale", 0, 100, -1);
        RoundingMode rounding = Decimals.rounding(argument, Decimals.Rounding.HALF_UP);
        return (NumberStep) (number, notes) -> {
            BigDecimal by = other.number(notes);
            if (by == null || by.signum() == 0) {
                if (by != null) {
                    notes.error("division_by_zero", "a number other than 0 to divide by was expected");
                }
                return null;
            }
            return scale < 0
                    ? quotient(number, by)
                    : Decimals.scaled(
                            number.divide(by, MathContext.DECIMAL128), scale, rounding, Decimals.TOO_PRECISE, notes);
        };
    }

    private static BigDecimal quotient(BigDecimal number, BigDecimal by) {
        try {
            return Decimals.stripped(number.divide(by));
        } catch (ArithmeticException endless) {
            return number.divide(by, MathContext.DECIMAL128);
        }
    }

    private static Function negate() {
        return Described.named("negate", GROUP)
                .summary("Turns a number's sign round.")
                .argument("`true`.")
                .schema("{\"type\":\"boolean\"}")
                .refuses()
                .keysOnly()
                .example("true", "\"12.50\"", "-12.50")
                .example("true", "\"x\"", "error:not_a_number")
                .compiledBy(argument -> (NumberStep) (number, notes) -> number.negate());
    }

    private static Function abs() {
        return Described.named("abs", GROUP)
                .summary("Takes a number without its sign.")
                .argument("`true`.")
                .schema("{\"type\":\"boolean\"}")
                .refuses()
                .keysOnly()
                .example("true", "-12.50", "12.50")
                .example("true", "\"x\"", "error:not_a_number")
                .compiledBy(argument -> (NumberStep) (number, notes) -> number.abs());
    }

    private static Function sign() {
        return Described.named("sign", GROUP)
                .summary("Gives a number the sign that another value says: a debit and credit flag.")
                .argument(
                        "`{ from: Flag, minus: [H, C] }`: where the flag is one of these, the number is turned below 0. With `plus: [S, D]` any other flag is refused.")
                .schema("""
                        {"type":["boolean","object"],"properties":{"from":{"type":"string"},"minus":{"type":["string","array"]},
                        "plus":{"type":["string","array"]}},"required":["from","minus"],"additionalProperties":false}""")
                .refuses()
                .keysOnly("from", "minus", "plus")
                .example("{ from: Currency, minus: JPY }", "12", "-12")
                .example("{ from: Currency, minus: USD, plus: EUR }", "12", "error:unknown_token")
                .compiledBy(Arithmetic::sign);
    }

    private static Step sign(Argument argument) {
        argument.needed("from", "{ from: Flag, minus: [H] }");
        argument.needed("minus", "{ from: Flag, minus: [H] }");
        int flag = argument.sibling("from");
        List<String> minus = argument.texts("minus");
        List<String> plus = argument.texts("plus");
        return (NumberStep) (number, notes) -> {
            String said = notes.sibling(flag);
            String token = said == null ? "" : Blanks.trim(said);
            boolean below = minus.contains(token);
            if (!below && !plus.isEmpty() && !plus.contains(token)) {
                notes.error("unknown_token", "a flag that says the sign was expected");
                return null;
            }
            return below ? number.negate() : number;
        };
    }

    private static Described.Builder ends(String name, String summary, String argument) {
        return Described.named(name, GROUP)
                .summary(summary)
                .argument(argument)
                .schema("""
                {"type":["boolean","object"],"properties":{"min":{"type":["number","string"]},"max":{"type":["number","string"]}},
                "additionalProperties":false}""")
                .refuses()
                .keysOnly("min", "max");
    }

    private static Function range() {
        return ends(
                        "range",
                        "Refuses a number outside two ends.",
                        "`{ min: 0, max: 100 }`, both included; one may be missing.")
                .example("{ min: 0, max: 100 }", "100", "100")
                .example("{ min: 0 }", "-0.01", "error:out_of_range")
                .compiledBy(argument -> {
                    Range range = Range.of(argument);
                    return (NumberStep) (number, notes) -> range.holds(number, notes) ? number : null;
                });
    }

    private static Function clamp() {
        return ends(
                        "clamp",
                        "Moves a number outside two ends to the nearer one and warns.",
                        "`{ min: 0, max: 100 }`; one may be missing.")
                .example("{ min: 0, max: 100 }", "140", "100 warning:clamped")
                .example("{ min: 0 }", "\"x\"", "error:not_a_number")
                .compiledBy(argument -> {
                    Range range = Range.of(argument);
                    return (NumberStep) (number, notes) -> {
                        BigDecimal nearest = range.nearest(number);
                        if (nearest.compareTo(number) != 0) {
                            notes.warning("clamped", "a number within the range of this field was expected");
                        }
                        return nearest;
                    };
                });
    }

    /** The other number of a sum: written in the mapping, or a value of the record. */
    private record Other(@Nullable BigDecimal written, int sibling) {
        static Other of(Argument argument) {
            if (argument.has("by") == argument.has("from")) {
                argument.refuse(argument.node(), "needs a number or the path of one", "100 or { from: Quantity }");
            }
            return new Other(argument.number("by"), argument.sibling("from"));
        }

        @Nullable
        BigDecimal number(Notes notes) {
            if (written != null) {
                return written;
            }
            String text = notes.sibling(sibling);
            BigDecimal number = text == null ? null : DecimalReader.PLAIN.read(text);
            if (number == null) {
                notes.error(Decimals.NOT_A_NUMBER, "a number such as 1234.5 was expected in the other value");
            }
            return number;
        }
    }
}
