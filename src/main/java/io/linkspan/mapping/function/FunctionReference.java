package io.linkspan.mapping.function;

import io.linkspan.mapping.function.Function.Doc;
import io.linkspan.mapping.function.Function.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page {@code docs/mapping-functions.md}, written from what the functions say about themselves. */
public final class FunctionReference {
    private static final String INTRODUCTION = """
            # Functions of the mapping language

            This page is generated from the functions themselves; every example on it is executed by a test.

            A function is a key of a field: `name: { from: Name, trim: true, max: 120 }`. Functions are carried out in the order
            written, each on what the one before it gave. Every function also takes these:

            - `false` switches it off, so that a shared default can be undone.
            - A list is taken item by item; items that come to nothing are left out. Functions that are about the list itself say so.
            - An empty value does not reach a function, unless its argument gives `""` a meaning (tokens of a boolean, codes of a lookup).
            - "Nothing" as a result is treated as the field treats an empty source: see `empty` and `default` of the field.
            - An error in one field keeps the whole record from being sent; a warning does not. Neither quotes the value.

            ## When a function refuses a value: `otherwise`

            A function that may refuse a value takes `otherwise`, inside its argument or beside it in the field:

            | written | what becomes of the value | told as |
            | --- | --- | --- |
            | `otherwise: fail` (as without it) | the record is not sent | error |
            | `otherwise: keep` | stays as it was | warning |
            | `otherwise: null` | nothing | warning |
            | `otherwise: { value: OTHER }` | that value | warning |
            | `otherwise: { value: OTHER, warn: false }` | that value | – |
            | `otherwise: { keep: true, code: odd_code }` | stays as it was | warning `odd_code` |
            | `otherwise: { code: bad_amount }` | the record is not sent | error `bad_amount` |

            A `value` is a number, `true`, `false` or `null` where it looks like one, and a text in quotes; a number with leading zeros is a
            text. Written beside several functions, `otherwise` holds for each of them; the functions behind go on with what it gave.
            """;

    private FunctionReference() {}

    /** The whole page in Markdown. */
    public static String markdown() {
        Map<String, List<Function>> groups = new LinkedHashMap<>();
        for (Function function : Functions.all().values()) {
            groups.computeIfAbsent(function.doc().group(), group -> new ArrayList<>())
                    .add(function);
        }
        StringBuilder page = new StringBuilder(INTRODUCTION).append("\n## All functions\n\n");
        groups.forEach((group, functions) -> page.append("- ")
                .append(group)
                .append(": ")
                .append(String.join(
                        " · ", functions.stream().map(FunctionReference::link).toList()))
                .append('\n'));
        groups.forEach((group, functions) -> {
            page.append("\n## ").append(group).append('\n');
            functions.forEach(function -> write(function, page));
        });
        return page.toString();
    }

    private static String link(Function function) {
        return "[" + function.name() + "](#" + function.name().toLowerCase(Locale.ROOT) + ")";
    }

    private static void write(Function function, StringBuilder page) {
        Doc doc = function.doc();
        page.append("\n### ").append(function.name()).append("\n\n");
        page.append(doc.summary()).append("\n\n").append(doc.argument()).append("\n\n");
        if (function.companions().contains(Otherwise.KEY)) {
            page.append("May refuse a value; takes `otherwise`.\n\n");
        }
        page.append("| written | value | result |\n| --- | --- | --- |\n");
        doc.examples().forEach(example -> row(function.name(), example, page));
    }

    private static void row(String name, Example example, StringBuilder page) {
        page.append("| ").append(code(name + ": " + example.argument()));
        page.append(" | ").append(code(example.given()));
        page.append(" | ").append(result(example.result())).append(" |\n");
    }

    private static String result(String result) {
        int warning = result.lastIndexOf(" warning:");
        if (result.startsWith("error:")) {
            return "error " + code(result.substring("error:".length()));
        }
        if (result.equals("null")) {
            return "nothing";
        }
        return warning < 0
                ? code(result)
                : shown(result.substring(0, warning)) + ", warning "
                        + code(result.substring(warning + " warning:".length()));
    }

    private static String shown(String result) {
        return result.equals("null") ? "nothing" : code(result);
    }

    /** As code in a table: a bar would end the cell, and a backtick the code. */
    private static String code(String text) {
        String escaped = text.replace("|", "\\|");
        return escaped.contains("`") ? "`` " + escaped + " ``" : "`" + escaped + "`";
    }
}
