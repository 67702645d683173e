package io.linkspan.mapping.function;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens to true and false. */
final class Booleans {
    private static final String GROUP = "Booleans";
    private static final String UNKNOWN_TOKEN = "unknown_token";

    private static final List<String> XML_TRUE = List.of("true", "1");
    private static final List<String> XML_FALSE = List.of("false", "0");
    private static final List<String> COMMON_TRUE = List.of(
            "true", "1", "yes", "y", "t", "on", "x", "j", "ja", "wahr", "oui", "o", "si", "sí", "s", "sim", "tak",
            "ano");
    private static final List<String> COMMON_FALSE =
            List.of("false", "0", "no", "n", "f", "off", "nein", "falsch", "non", "não", "nao", "nie", "ne", "-");

    private Booleans() {}

    static List<Function> all() {
        return List.of(bool(), not());
    }

    private static Function bool() {
        return Described.named("boolean", GROUP)
                .summary("Reads a token as true or false; a token that is in neither list is refused.")
                .argument("""
                        `true` knows what XML Schema knows: true, false, 1, 0. `common` knows in any case true, 1, yes, y, t, on, x, j, ja,
                        wahr, oui, si … and false, 0, no, n, f, off, nein, falsch, non, -. Otherwise the tokens are listed; blanks around them
                        do not count, and `""` takes the empty value.

                        - `true`, `false`: one token or a list
                        - `ignoreCase: true`: j and J are the same

                        For "anything else is false" add `otherwise: { value: false, warn: false }`.""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"set":{"enum":["common"]},
                        "true":{"type":["string","array","number","boolean"]},"false":{"type":["string","array","number","boolean"]},
                        "ignoreCase":{"type":"boolean"}},
                        "patternProperties":{"^(true|false)$":{"type":["string","array","number","boolean"]}},
                        "additionalProperties":false}""")
                .refuses()
                .keys("set", "true", "false", "ignoreCase")
                .example("true", "\"1\"", "true")
                .example("{ true: [N, \"\"], false: [J, X] }", "\"\"", "true")
                .example("{ true: J, false: N }", "\"N \"", "false")
                .example("common", "\"Ja\"", "true")
                .example("{ true: J, false: N }", "\"K\"", "error:unknown_token")
                .example("{ true: J, false: N, otherwise: { value: false } }", "\"K\"", "false warning:unknown_token")
                .compiledBy(Booleans::compile);
    }

    private static Function not() {
        return Described.named("not", GROUP)
                .summary("Turns true into false and false into true.")
                .argument("`true`. The value is a boolean already, or the text true or false.")
                .schema("{\"type\":\"boolean\"}")
                .refuses()
                .keysOnly()
                .example("true", "true", "false")
                .example("true", "\"J\"", "error:unknown_token")
                .compiledBy(argument -> (TextStep) (text, notes) -> switch (text) {
                    case "true" -> false;
                    case "false" -> true;
                    default -> unknown(notes);
                });
    }

    private static @Nullable Object unknown(Notes notes) {
        notes.error(UNKNOWN_TOKEN, "one of the tokens of this field was expected");
        return null;
    }

    private static Step compile(Argument argument) {
        String set = argument.text("set");
        boolean common = "common".equals(set);
        if (set != null && !common) {
            argument.refuse(
                    argument.place("set"),
                    "does not know '" + set + "'",
                    "write true, common or { true: …, false: … }");
        }
        boolean listed = argument.has("true") || argument.has("false");
        boolean ignoreCase = common || argument.flag("ignoreCase", false);
        Map<String, Boolean> tokens = new HashMap<>();
        put(tokens, listed ? argument.texts("true") : common ? COMMON_TRUE : XML_TRUE, true, ignoreCase, argument);
        put(tokens, listed ? argument.texts("false") : common ? COMMON_FALSE : XML_FALSE, false, ignoreCase, argument);
        TextStep step = new Tokens(Map.copyOf(tokens), ignoreCase);
        return tokens.containsKey("") ? new TextStep.TakingEmpty(step) : step;
    }

    private static void put(
            Map<String, Boolean> tokens, List<String> said, boolean meaning, boolean ignoreCase, Argument argument) {
        for (String token : said) {
            String trimmed = Blanks.trim(token);
            Boolean before = tokens.put(ignoreCase ? trimmed.toLowerCase(Locale.ROOT) : trimmed, meaning);
            if (before != null && before != meaning) {
                argument.refuse(argument.node(), "takes '" + token + "' for true and for false", "keep it in one list");
            }
        }
    }

    private record Tokens(Map<String, Boolean> tokens, boolean ignoreCase) implements TextStep {
        @Override
        public @Nullable Object apply(Object value, Notes notes) {
            return value instanceof Boolean ? value : TextStep.super.apply(value, notes);
        }

        @Override
        public @Nullable Object text(String text, Notes notes) {
            String token = Blanks.trim(text);
            Boolean meaning = tokens.get(ignoreCase ? token.toLowerCase(Locale.ROOT) : token);
            if (meaning == null) {
                return token.isEmpty() ? null : unknown(notes);
            }
            return meaning;
        }

        @Override
        public SliceStep slices() {
            SliceTable table = new SliceTable(tokens);
            return slice -> slice.trim() && (!ignoreCase || slice.toCase(true)) ? table.get(slice) : null;
        }
    }
}
