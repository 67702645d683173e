package io.linkspan.mapping.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Regular expressions: RE2, whose time grows with the text and nothing else. */
final class Patterns {
    static final String PATTERN_MISMATCH = "pattern_mismatch";

    private static final String GROUP = "Patterns";
    private static final int MOST_CHARACTERS = 1000;
    private static final int MOST_INSTRUCTIONS = 20_000;
    private static final Pattern NOTHING = Pattern.compile("$^");

    private Patterns() {}

    static List<Function> all() {
        return List.of(pattern(), extract(), replacePattern());
    }

    private static Function pattern() {
        return Described.named("pattern", GROUP)
                .summary("Refuses a text that does not match a regular expression (RE2) from end to end.")
                .argument(
                        "The expression, or `{ pattern: …, ignoreCase: true }`. RE2 has no look-around and no back references.")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"pattern":{"type":"string"},"ignoreCase":{"type":"boolean"}},
                        "required":["pattern"],"additionalProperties":false}""")
                .refuses()
                .keys("pattern", "ignoreCase")
                .example("'[A-Z]{2}\\d+'", "\"DE123\"", "\"DE123\"")
                .example("'[A-Z]{2}\\d+'", "\"12\"", "error:pattern_mismatch")
                .compiledBy(argument -> {
                    Pattern pattern = compiled(argument);
                    return (TextStep) (text, notes) -> pattern.matcher(text).matches() ? text : mismatch(notes);
                });
    }

    private static @Nullable Object mismatch(Notes notes) {
        notes.error(PATTERN_MISMATCH, "a text that matches the pattern of this field was expected");
        return null;
    }

    private static Function extract() {
        return Described.named("extract", GROUP)
                .summary("Takes the part of a text that matches a regular expression (RE2).")
                .argument("""
                        The expression: its first group is taken, or all of the match where it has none. A text without a match is refused;
                        `otherwise: null` makes it nothing.

                        - `pattern`, `ignoreCase`
                        - `group`: the number or the name of the group, `(?P<name>…)`
                        - `all: true`: every match, as a list; the list is empty where there is none""")
                .schema("""
                        {"type":["boolean","string","object"],"properties":{"pattern":{"type":"string"},"ignoreCase":{"type":"boolean"},
                        "group":{"type":["string","integer"]},"all":{"type":"boolean"}},"required":["pattern"],"additionalProperties":false}""")
                .refuses()
                .keys("pattern", "group", "all", "ignoreCase")
                .example("'(\\d{5})'", "\"D-80331 München\"", "\"80331\"")
                .example("{ pattern: '(?P<zip>\\d{5}) (?P<city>.+)', group: city }", "\"80331 München\"", "\"München\"")
                .example("{ pattern: '\\d+', all: true }", "\"1 and 22\"", "[\"1\",\"22\"]")
                .example("'\\d{5}'", "\"München\"", "error:pattern_mismatch")
                .compiledBy(Patterns::extract);
    }

    private static Step extract(Argument argument) {
        Pattern pattern = compiled(argument);
        int group = group(argument, pattern);
        boolean all = argument.flag("all", false);
        return (TextStep) (text, notes) -> {
            Matcher matcher = pattern.matcher(text);
            if (all) {
                List<Object> found = new java.util.ArrayList<>();
                while (matcher.find()) {
                    if (matcher.group(group) != null) {
                        found.add(matcher.group(group));
                    }
                }
                return found;
            }
            return matcher.find() ? matcher.group(group) : mismatch(notes);
        };
    }

    private static int group(Argument argument, Pattern pattern) {
        String group = argument.text("group", pattern.groupCount() > 0 ? "1" : "0");
        Integer named = pattern.namedGroups().get(group);
        if (named != null) {
            return named;
        }
        if (group.length() < 4 && group.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = Integer.parseInt(group);
            if (number <= pattern.groupCount()) {
                return number;
            }
        }
        argument.refuse(argument.place("group"), "finds no group '" + group + "' in its pattern", "");
        return 0;
    }

    private static Function replacePattern() {
        return Described.named("replacePattern", GROUP)
                .summary("Replaces every match of a regular expression (RE2).")
                .argument(
                        "`{ pattern: …, with: … }`; `$1` in `with` is the first group, `${name}` a named one, `\\$` a dollar. `ignoreCase: true`.")
                .schema("""
                        {"type":["boolean","object"],"properties":{"pattern":{"type":"string"},"with":{"type":"string"},
                        "ignoreCase":{"type":"boolean"}},"required":["pattern","with"],"additionalProperties":false}""")
                .keysOnly("pattern", "with", "ignoreCase")
                .example("{ pattern: '\\D+', with: \"\" }", "\"+49 (89) 12-34\"", "\"49891234\"")
                .example("{ pattern: '(\\w+), (\\w+)', with: '$2 $1' }", "\"Doe, Jane\"", "\"Jane Doe\"")
                .compiledBy(Patterns::replacement);
    }

    private static Step replacement(Argument argument) {
        Pattern pattern = compiled(argument);
        String with = argument.neededText("with", "{ pattern: '\\D', with: \"\" }");
        if (!isReplacement(pattern, with)) {
            argument.refuse(
                    argument.place("with"), "names a group its pattern does not have", "write \\$ for a dollar");
        }
        return (TextStep) (text, notes) -> pattern.matcher(text).replaceAll(with);
    }

    private static boolean isReplacement(Pattern pattern, String with) {
        for (int i = 0; i < with.length(); i++) {
            char c = with.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '$') {
                int close = with.indexOf('}', i);
                boolean digit = i + 1 < with.length()
                        && Character.isDigit(with.charAt(i + 1))
                        && with.charAt(i + 1) - '0' <= pattern.groupCount();
                boolean named = with.startsWith("{", i + 1)
                        && close > 0
                        && pattern.namedGroups().containsKey(with.substring(i + 2, close));
                if (!digit && !named) {
                    return false;
                }
            }
        }
        return !with.endsWith("\\") || with.endsWith("\\\\");
    }

    /** The expression under {@code pattern}; one that matches nothing after a problem. */
    static Pattern compiled(Argument argument) {
        String expression = argument.neededText("pattern", "write a regular expression");
        if (expression.length() > MOST_CHARACTERS) {
            argument.refuse(
                    argument.place("pattern"), "takes an expression of at most " + MOST_CHARACTERS + " characters", "");
            return NOTHING;
        }
        try {
            Pattern pattern =
                    Pattern.compile(expression, argument.flag("ignoreCase", false) ? Pattern.CASE_INSENSITIVE : 0);
            if (pattern.programSize() > MOST_INSTRUCTIONS) {
                argument.refuse(
                        argument.place("pattern"),
                        "would need too much memory for this expression",
                        "repeat fewer times");
            }
            return pattern;
        } catch (StackOverflowError deep) {
            // RE2/J unfolds repeated repetitions, and goes into groups, by recursion
            argument.refuse(
                    argument.place("pattern"),
                    "would need too much memory for this expression",
                    "repeat fewer times, with fewer groups in groups");
            return NOTHING;
        } catch (PatternSyntaxException broken) {
            argument.refuse(
                    argument.place("pattern"),
                    "cannot read the expression: " + broken.getDescription(),
                    "RE2 has no look-around and no back references");
            return NOTHING;
        }
    }
}
