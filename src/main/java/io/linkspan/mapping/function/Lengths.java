package io.linkspan.mapping.function;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long a text may be. */
final class Lengths {
    private static final String TRUNCATED = "truncated";
    private static final String TOO_LONG = "too_long";
    private static final String TOO_SHORT = "too_short";
    private static final int MOST = 10_000_000;

    private Lengths() {}

    static List<Function> all() {
        return List.of(max(), min(), maxBytes());
    }

    /** What becomes of a text that is too long. */
    enum Over {
        CUT,
        FAIL,
        KEEP
    }

    /** Where a text may be cut. */
    enum At {
        CHARACTER,
        CODE_POINT,
        WORD
    }

    private static Function max() {
        return Described.named("max", Texts.GROUP)
                .summary(
                        "Cuts a text to a number of characters (Unicode code points) and warns; of a number: the largest allowed.")
                .argument("""
                        `max: 120` is short for `{ length: 120 }`. What a reader takes for one character (an emoji of several code points, a
                        letter with its accents) is never cut apart. A number, from `decimal` or `integer`, is not cut: above the limit it is
                        refused (`out_of_range`).

                        - `over`: `cut` (default, warning `truncated`), `fail` (`too_long`) or `keep` (warning `too_long`)
                        - `ellipsis`: what ends a text that was cut, counted within its length: `…`
                        - `at`: `character` (default); `word`: a cut leaves no part of a word; `code-point`: exactly so many code points stay, even if
                          that cuts an emoji or an accent off
                        - `warn: false`: cut without a warning""")
                .schema("""
                        {"type":["boolean","integer","string","object"],"properties":{"length":{"type":"integer","minimum":0},
                        "over":{"enum":["cut","fail","keep"]},"ellipsis":{"type":"string"},"at":{"enum":["character","word","code-point"]},
                        "warn":{"type":"boolean"}},"required":["length"],"additionalProperties":false}""")
                .refuses()
                .keys("length", "over", "ellipsis", "at", "warn")
                .example("5", "\"Hello\"", "\"Hello\"")
                .example("4", "\"Hello\"", "\"Hell\" warning:truncated")
                .example(
                        "{ length: 10, ellipsis: …, at: word }",
                        "\"Grand Hotel Berlin\"",
                        "\"Grand…\" warning:truncated")
                .example("{ length: 2, at: code-point }", "\"A🇩🇪\"", "\"A🇩\" warning:truncated")
                .example("{ length: 4, over: fail }", "\"Hello\"", "error:too_long")
                .example("100", "101", "error:out_of_range")
                .compiledBy(Max::new);
    }

    private static Function min() {
        return Described.named("min", Texts.GROUP)
                .summary(
                        "Refuses a text with fewer characters (Unicode code points); of a number: the smallest allowed.")
                .argument("`min: 3`.")
                .schema("{\"type\":[\"boolean\",\"integer\",\"string\"]}")
                .refuses()
                .keys("length")
                .example("3", "\"abc\"", "\"abc\"")
                .example("3", "\"ab\"", "error:too_short")
                .example("0", "-1", "error:out_of_range")
                .compiledBy(argument -> {
                    int least = argument.neededInteger("length", -MOST, MOST, "min: 3");
                    Range range = new Range(BigDecimal.valueOf(least), null);
                    return (Step) (value, notes) -> atLeast(value, least, range, notes);
                });
    }

    private static @Nullable Object atLeast(Object value, int least, Range range, Notes notes) {
        if (value instanceof Number) {
            BigDecimal number = NumberStep.of(value);
            return number != null && range.holds(number, notes) ? value : null;
        }
        TextStep step = (text, heard) -> {
            if (text.codePointCount(0, text.length()) < least) {
                heard.error(TOO_SHORT, "at least " + least + " characters were expected");
                return null;
            }
            return text;
        };
        return step.apply(value, notes);
    }

    private static Function maxBytes() {
        return Described.named("maxBytes", Texts.GROUP)
                .summary("Cuts a text so that it takes no more than a number of bytes, and warns.")
                .argument(
                        "`maxBytes: 40` counts in UTF-8; `{ bytes: 40, charset: ISO-8859-1 }` in another charset. Characters stay whole.")
                .schema("""
                        {"type":["boolean","integer","string","object"],"properties":{"bytes":{"type":"integer","minimum":0},
                        "charset":{"type":"string"},"over":{"enum":["cut","fail","keep"]},"warn":{"type":"boolean"}},
                        "required":["bytes"],"additionalProperties":false}""")
                .refuses()
                .keys("bytes", "charset", "over", "warn")
                .example("5", "\"Müller\"", "\"Müll\" warning:truncated")
                .example("{ bytes: 6, charset: ISO-8859-1 }", "\"Müller\"", "\"Müller\"")
                .example("{ bytes: 6, over: fail }", "\"Müller\"", "error:too_long")
                .compiledBy(MaxBytes::new);
    }

    /** A charset by name, or UTF-8 after a problem. */
    static Charset charset(Argument argument, String key) {
        String name = argument.text(key, "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            argument.refuse(
                    argument.place(key), "does not know the charset '" + name + "'", "UTF-8, ISO-8859-1, windows-1252");
            return StandardCharsets.UTF_8;
        }
    }

    /** Too long a text: told, kept or refused. */
    private record Excess(Over over, boolean warns, String limit) {
        static Excess of(Argument argument, String limit) {
            return new Excess(argument.choice("over", Over.class, Over.CUT), argument.flag("warn", true), limit);
        }

        @Nullable
        Object settle(String text, String cut, Notes notes) {
            String detail = "at most " + limit + " were expected";
            if (over == Over.FAIL) {
                notes.error(TOO_LONG, detail);
                return null;
            }
            if (warns) {
                notes.warning(over == Over.CUT ? TRUNCATED : TOO_LONG, detail);
            }
            return over == Over.CUT ? cut : text;
        }
    }

    private static final class Max implements TextStep {
        private final int most;
        private final Range range;
        private final Excess excess;
        private final String ellipsis;
        private final At at;

        Max(Argument argument) {
            most = argument.neededInteger("length", 0, MOST, "max: 120");
            range = new Range(null, BigDecimal.valueOf(most));
            excess = Excess.of(argument, most + " characters");
            ellipsis = argument.text("ellipsis", "");
            at = argument.choice("at", At.class, At.CHARACTER);
        }

        @Override
        public @Nullable Object apply(Object value, Notes notes) {
            BigDecimal number = value instanceof Number ? NumberStep.of(value) : null;
            if (number == null) {
                return TextStep.super.apply(value, notes);
            }
            return range.holds(number, notes) ? value : null;
        }

        @Override
        public @Nullable Object text(String text, Notes notes) {
            if (text.length() <= most || text.codePointCount(0, text.length()) <= most) {
                return text;
            }
            int left = Math.max(0, most - ellipsis.codePointCount(0, ellipsis.length()));
            return excess.settle(
                    text, text.substring(0, end(text, text.offsetByCodePoints(0, left))) + ellipsis, notes);
        }

        private int end(String text, int most) {
            return switch (at) {
                case CODE_POINT -> most;
                case CHARACTER -> Graphemes.cut(text, most);
                case WORD -> wordEnd(text, Graphemes.cut(text, most));
            };
        }

        private static int wordEnd(String text, int end) {
            int at = end;
            while (at > 0 && !Blanks.isBlank(text.charAt(at))) {
                at--;
            }
            while (at > 0 && Blanks.isBlank(text.charAt(at - 1))) {
                at--;
            }
            return at == 0 ? end : at;
        }
    }

    private static final class MaxBytes implements TextStep {
        private final int most;
        private final Charset charset;
        private final Excess excess;

        MaxBytes(Argument argument) {
            most = argument.neededInteger("bytes", 0, MOST, "maxBytes: 40");
            charset = charset(argument, "charset");
            excess = Excess.of(argument, most + " bytes");
        }

        @Override
        public @Nullable Object text(String text, Notes notes) {
            if (text.length() <= most / 4 || text.getBytes(charset).length <= most) {
                return text;
            }
            int low = 0;
            int high = Math.min(text.length(), most);
            while (low < high) {
                int middle = (low + high + 1) / 2;
                boolean fits = text.substring(0, middle).getBytes(charset).length <= most;
                low = fits ? middle : low;
                high = fits ? high : middle - 1;
            }
            return excess.settle(text, text.substring(0, Graphemes.cut(text, low)), notes);
        }
    }
}
