package io.linkspan.mapping.path;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people write who know XPath, JSONPath or JSONata, and how the same is said here. */
final class Habits {
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("count", "write { each: path, count: true }"),
            Map.entry("sum", "write { each: path, decimal: true, sum: true }"),
            Map.entry("max", "write { each: path, decimal: true, largest: true }"),
            Map.entry("min", "write { each: path, decimal: true, smallest: true }"),
            Map.entry("concat", "write { join: [A, B], with: \" \" }"),
            Map.entry("string-join", "write { each: path, joined: \", \" }"),
            Map.entry("normalize-space", "write { from: path, foldBlanks: true }"),
            Map.entry("string", "the path alone gives the text"),
            Map.entry("number", "write { from: path, decimal: true }"),
            Map.entry("translate", "write { from: path, replace: { a: b } }"),
            Map.entry("substring-before", "write { from: path, part: { by: \"-\", number: 1 } }"),
            Map.entry("substring-after", "write { from: path, part: { by: \"-\", number: 2 } }"));
    private static final Map<String, String> AXES = Map.of(
            "following-sibling", "write followers() in the fields of an each, or [position()=$position()+1]",
            "preceding-sibling", "write [position()=$position()-1]",
            "ancestor", "write trail() in a list over descendants, or begin with ../",
            "ancestor-or-self", "write trail() in a list over descendants",
            "parent", "begin with ../",
            "child", "write the name alone",
            "attribute", "write @name",
            "descendant", "write //name",
            "self", "write .[name()='Name']");

    private Habits() {}

    /** The mend for what is left of a path and means nothing here. */
    static String mend(String before, String rest) {
        String name = before.substring(before.lastIndexOf('/') + 1);
        if (rest.startsWith("(")) {
            return FUNCTIONS.getOrDefault(name, "a function stands beside the path: { from: Name, upper: true }");
        }
        if (rest.strip().startsWith("|")) {
            return "write coalesce: [A, B] for the first, or list: [{ each: A }, { each: B }] for all";
        }
        return before.equals("$.") ? "leave $. out and write / between names" : "quote odd names: 'odd name'/x";
    }

    /** The mend for an axis of XPath; null where the word is none. */
    static @Nullable String axis(String word) {
        return AXES.get(word);
    }
}
