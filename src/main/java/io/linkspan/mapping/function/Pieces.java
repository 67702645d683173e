package io.linkspan.mapping.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces of a text, and what is put before and behind it. */
final class Pieces {
    private Pieces() {}

    static List<Function> all() {
        return List.of(
                substring(),
                part(),
                padLeft(),
                padRight(),
                stripZeros(),
                prefix(),
                suffix(),
                stripPrefix(),
                stripSuffix());
    }

    private static Function substring() {
        return Described.named("substring", Texts.GROUP)
                .summary("Takes a piece of a text by its position.")
                .argument("""
                        Positions count characters (code points) from 1. Nothing where the text ends before the piece begins.

                        - `from`: the first character of the piece; `-3` is the third from the end
                        - `length`: how many characters at most; all up to the end where it is not said
                        - `first: 3`, `last: 4`: the first three, the last four, instead""")
                .schema("""
                        {"type":["boolean","object"],"properties":{"from":{"type":"integer"},"length":{"type":"integer","minimum":0},
                        "first":{"type":"integer","minimum":1},"last":{"type":"integer","minimum":1}},"additionalProperties":false}""")
                .keysOnly("from", "length", "first", "last")
                .example("{ from: 3, length: 2 }", "\"ABCDEF\"", "\"CD\"")
                .example("{ last: 4 }", "\"DE1234567\"", "\"4567\"")
                .example("{ from: 8 }", "\"ABC\"", "null")
                .compiledBy(Pieces::substring);
    }

    private static Step substring(Argument argument) {
        int first = argument.integer("first", 1, 1_000_000, 0);
        int last = argument.integer("last", 1, 1_000_000, 0);
        int from = argument.integer("from", -1_000_000, 1_000_000, first > 0 ? 1 : -last);
        int length = argument.integer("length", 0, 1_000_000, first > 0 ? first : Integer.MAX_VALUE);
        if (from == 0) {
            argument.refuse(
                    argument.node(), "needs 'from' (counted from 1), 'first' or 'last'", "{ from: 1, length: 3 }");
        }
        boolean atLeastAll = last > 0;
        return (TextStep) (text, notes) -> piece(text, from, length, atLeastAll);
    }

    private static @Nullable Object piece(String text, int from, int length, boolean clamped) {
        int count = text.codePointCount(0, text.length());
        int start = from > 0 ? from - 1 : count + from;
        start = clamped ? Math.max(0, start) : start;
        if (start < 0 || start >= count) {
            return null;
        }
        int begin = text.offsetByCodePoints(0, start);
        int end = length >= count - start ? text.length() : text.offsetByCodePoints(begin, length);
        return text.substring(begin, end);
    }

    private static Function part() {
        return Described.named("part", Texts.GROUP)
                .summary("Takes one of the parts between separators.")
                .argument(
                        "`{ by: \"-\", number: 2 }`; parts count from 1, or from the end: `-1` is the last. Nothing where there is none.")
                .schema("""
                        {"type":["boolean","object"],"properties":{"by":{"type":"string"},"number":{"type":"integer"}},
                        "required":["by"],"additionalProperties":false}""")
                .keysOnly("by", "number")
                .example("{ by: \"-\", number: 2 }", "\"DE-BY-80331\"", "\"BY\"")
                .example("{ by: \"/\", number: -1 }", "\"a/b/c\"", "\"c\"")
                .example("{ by: \"-\", number: 2 }", "\"DE\"", "null")
                .compiledBy(argument -> {
                    String by = argument.neededText("by", "{ by: \"-\", number: 1 }");
                    int number = argument.integer("number", -1000, 1000, 1);
                    if (by.isEmpty() || number == 0) {
                        argument.refuse(
                                argument.node(), "needs a separator and counts from 1", "{ by: \"-\", number: 1 }");
                    }
                    return (TextStep) (text, notes) -> {
                        String[] parts = text.split(java.util.regex.Pattern.quote(by), -1);
                        int index = number > 0 ? number - 1 : parts.length + number;
                        String part = index >= 0 && index < parts.length ? Blanks.trim(parts[index]) : "";
                        return part.isEmpty() ? null : part;
                    };
                });
    }

    private static Described.Builder pad(String name, String summary, String with) {
        return Described.named(name, Texts.GROUP)
                .summary(summary)
                .argument("`" + name + ": 10` is short for `{ to: 10 }`; `with` is the character that fills, `" + with
                        + "` where it is not said. A text that is longer stays as it is.")
                .schema("""
                        {"type":["boolean","integer","string","object"],"properties":{"to":{"type":"integer","minimum":1,"maximum":10000},
                        "with":{"type":"string"}},"required":["to"],"additionalProperties":false}""")
                .keys("to", "with");
    }

    private static Function padLeft() {
        return pad("padLeft", "Fills a text on the left up to a length, with zeros unless said otherwise.", "0")
                .example("10", "\"4711\"", "\"0000004711\"")
                .example("{ to: 6, with: \" \" }", "\"4711\"", "\"  4711\"")
                .compiledBy(argument -> pad(argument, "0", true));
    }

    private static Function padRight() {
        return pad("padRight", "Fills a text on the right up to a length, with blanks unless said otherwise.", " ")
                .example("6", "\"4711\"", "\"4711  \"")
                .example("{ to: 6, with: x }", "\"4711\"", "\"4711xx\"")
                .compiledBy(argument -> pad(argument, " ", false));
    }

    private static Step pad(Argument argument, String filler, boolean left) {
        int to = argument.neededInteger("to", 1, 10_000, "padLeft: 10");
        String with = argument.text("with", filler);
        if (with.codePointCount(0, with.length()) != 1) {
            argument.refuse(argument.place("with"), "fills with one character", "");
        }
        return (TextStep) (text, notes) -> {
            int missing = to - text.codePointCount(0, text.length());
            String fill = with.repeat(Math.max(0, missing));
            return missing <= 0 ? text : left ? fill + text : text + fill;
        };
    }

    /** Which texts lose their zeros. */
    enum Zeros {
        ALL,
        NUMERIC
    }

    private static Function stripZeros() {
        return Described.named("stripZeros", Texts.GROUP)
                .summary("Takes leading zeros away; a text of zeros alone becomes one zero.")
                .argument("`true`, or `numeric`: only where the whole text is digits (SAP's ALPHA rule).")
                .schema("{\"enum\":[true,false,\"all\",\"numeric\"]}")
                .keys("of")
                .example("true", "\"0000004711\"", "\"4711\"")
                .example("true", "\"0000\"", "\"0\"")
                .example("numeric", "\"00A12\"", "\"00A12\"")
                .compiledBy(argument -> {
                    boolean numeric = argument.choice("of", Zeros.class, Zeros.ALL) == Zeros.NUMERIC;
                    return (TextStep) (text, notes) -> {
                        int at = 0;
                        while (at < text.length() - 1
                                && text.charAt(at) == '0'
                                && ".,".indexOf(text.charAt(at + 1)) < 0) {
                            at++;
                        }
                        return at == 0 || (numeric && !text.chars().allMatch(c -> c >= '0' && c <= '9'))
                                ? text
                                : text.substring(at);
                    };
                });
    }

    private static Described.Builder affix(String name, String summary, String detail) {
        return Described.named(name, Texts.GROUP)
                .summary(summary)
                .argument("The text." + detail)
                .schema("""
                        {"type":["boolean","string","number","object"],"properties":{"text":{"type":"string"},"once":{"type":"boolean"}},
                        "required":["text"],"additionalProperties":false}""");
    }

    private static final String ONCE = " `{ text: ERP-, once: true }`: not where it stands already.";

    private static Function prefix() {
        return affix("prefix", "Puts a text before the value.", ONCE)
                .keys("text", "once")
                .example("ERP-", "\"4711\"", "\"ERP-4711\"")
                .example("{ text: ERP-, once: true }", "\"ERP-4711\"", "\"ERP-4711\"")
                .compiledBy(argument -> {
                    String prefix = argument.neededText("text", "prefix: ERP-");
                    boolean once = argument.flag("once", false);
                    return (TextStep) (text, notes) -> once && text.startsWith(prefix) ? text : prefix + text;
                });
    }

    private static Function suffix() {
        return affix("suffix", "Puts a text behind the value.", ONCE)
                .keys("text", "once")
                .example("\" kg\"", "\"12\"", "\"12 kg\"")
                .example("{ text: .pdf, once: true }", "\"a.pdf\"", "\"a.pdf\"")
                .compiledBy(argument -> {
                    String suffix = argument.neededText("text", "suffix: .pdf");
                    boolean once = argument.flag("once", false);
                    return (TextStep) (text, notes) -> once && text.endsWith(suffix) ? text : text + suffix;
                });
    }

    private static Function stripPrefix() {
        return affix("stripPrefix", "Takes a text away that stands before the value.", "")
                .keys("text")
                .example("ERP-", "\"ERP-4711\"", "\"4711\"")
                .example("ERP-", "\"4711\"", "\"4711\"")
                .compiledBy(argument -> {
                    String prefix = argument.neededText("text", "stripPrefix: ERP-");
                    return (TextStep) (text, notes) -> text.startsWith(prefix) ? text.substring(prefix.length()) : text;
                });
    }

    private static Function stripSuffix() {
        return affix("stripSuffix", "Takes a text away that stands behind the value.", "")
                .keys("text")
                .example(".pdf", "\"a.pdf\"", "\"a\"")
                .example(".pdf", "\"a.txt\"", "\"a.txt\"")
                .compiledBy(argument -> {
                    String suffix = argument.neededText("text", "stripSuffix: .pdf");
                    return (TextStep) (text, notes) ->
                            text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
                });
    }
}
