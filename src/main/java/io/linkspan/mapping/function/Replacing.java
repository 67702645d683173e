package io.linkspan.mapping.function;

import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts put in the place of others. */
final class Replacing {
    private static final int MOST_WORDS = 1000;

    private Replacing() {}

    static List<Function> all() {
        return List.of(replace(), template(), mask());
    }

    private static Function replace() {
        return Described.named("replace", Texts.GROUP)
                .summary("Replaces texts wherever they stand.")
                .argument(
                        "`{ old: new, … }`; all in one pass, longer ones first, so that nothing is replaced twice. `\"\"` takes the old text away.")
                .schema(
                        "{\"type\":[\"boolean\",\"object\"],\"additionalProperties\":{\"type\":[\"string\",\"number\"]}}")
                .example("{ \".\": \"\", \",\": \".\" }", "\"1.234,5\"", "\"1234.5\"")
                .example("{ a: b, b: a }", "\"abba\"", "\"baab\"")
                .compiledBy(Replacing::replace);
    }

    private static @Nullable Step replace(Argument argument) {
        if (!(argument.node() instanceof YamlMap map) || map.entries().isEmpty()) {
            argument.refuse(argument.node(), "needs what to replace", "{ old: new }");
            return null;
        }
        Map<String, String> words = new LinkedHashMap<>();
        for (YamlNode.Entry entry : map.entries()) {
            if (entry.value() instanceof YamlText text && !entry.key().isEmpty()) {
                words.put(entry.key(), text.isNull() ? "" : text.text());
            } else {
                argument.refuse(entry.value(), "replaces a text by a text", "{ old: new }");
            }
        }
        if (words.size() > MOST_WORDS) {
            argument.refuse(map, "takes at most " + MOST_WORDS + " texts", "");
        }
        List<String> longestFirst = words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return (TextStep) (text, notes) -> replaced(text, words, longestFirst);
    }

    private static String replaced(String text, Map<String, String> words, List<String> longestFirst) {
        if (longestFirst.stream().noneMatch(text::contains)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            String found = null;
            for (String word : longestFirst) {
                if (text.startsWith(word, i)) {
                    found = word;
                    break;
                }
            }
            replaced.append(found == null ? String.valueOf(text.charAt(i)) : words.get(found));
            i += found == null ? 1 : found.length();
        }
        return replaced.toString();
    }

    private static Function template() {
        return Described.named("template", Texts.GROUP)
                .summary("Writes the value, and other values of the record, into a text.")
                .argument(
                        "The text with `{}` where the value goes and `{path}` where another value goes, by its source path; a value that is absent leaves its place empty. `{{` is a brace.")
                .schema("{\"type\":[\"boolean\",\"string\"]}")
                .keys("text")
                .example("'Customer {}'", "\"4711\"", "\"Customer 4711\"")
                .example("'{} {Currency}'", "\"12.50\"", "\"12.50 JPY\"")
                .compiledBy(Replacing::template);
    }

    private static Step template(Argument argument) {
        String text = argument.neededText("text", "write a text such as 'Customer {}'");
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = (c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c;
            int close = c == '{' && !doubled ? text.indexOf('}', i) : -1;
            if (close < 0) {
                literal.append(c);
                i += doubled ? 1 : 0;
                continue;
            }
            pieces.add(Piece.literal(literal.toString()));
            literal.setLength(0);
            pieces.add(Piece.value(text.substring(i + 1, close), argument));
            i = close;
        }
        pieces.add(Piece.literal(literal.toString()));
        return (TextStep) (value, notes) -> {
            StringBuilder written = new StringBuilder();
            pieces.forEach(piece -> written.append(piece.written(value, notes)));
            return written.toString();
        };
    }

    /** A stretch of a template: a text, the value itself, or a sibling. */
    private record Piece(@Nullable String literal, int sibling) {
        static Piece literal(String text) {
            return new Piece(text, Function.Surroundings.NO_SIBLING);
        }

        static Piece value(String path, Argument argument) {
            return path.isEmpty()
                    ? new Piece(null, Function.Surroundings.NO_SIBLING)
                    : new Piece(
                            null, argument.sibling(new YamlText(argument.node().place(), path, true)));
        }

        String written(String value, Notes notes) {
            if (literal != null) {
                return literal;
            }
            String written = sibling == Function.Surroundings.NO_SIBLING ? value : notes.sibling(sibling);
            return written == null ? "" : written;
        }
    }

    private static Function mask() {
        return Described.named("mask", Texts.GROUP)
                .summary("Hides all but the last characters of a text.")
                .argument("`mask: 4` is short for `{ keep: 4 }`; `with` is what hides a character: `*`.")
                .schema("""
                        {"type":["boolean","integer","string","object"],"properties":{"keep":{"type":"integer","minimum":0},
                        "with":{"type":"string"}},"additionalProperties":false}""")
                .keys("keep", "with")
                .example("4", "\"DE89370400440532013000\"", "\"******************3000\"")
                .example("{ keep: 0, with: x }", "\"abc\"", "\"xxx\"")
                .compiledBy(argument -> {
                    int keep = argument.integer("keep", 0, 10_000, 0);
                    String with = argument.text("with", "*");
                    return (TextStep) (text, notes) -> {
                        int hidden = Math.max(0, text.codePointCount(0, text.length()) - keep);
                        return with.repeat(hidden) + text.substring(text.offsetByCodePoints(0, hidden));
                    };
                });
    }
}
