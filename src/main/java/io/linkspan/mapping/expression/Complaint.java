package io.linkspan.mapping.expression;

import dev.cel.common.CelIssue;
import io.linkspan.yaml.DidYouMean;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with an expression, in the words of a mapping.
 *
 * @param mend what to write instead; may be empty
 * @param ofName whether a name is unknown
 */
record Complaint(String message, String mend, boolean ofName) {
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\(([^']*)\\)'.*");

    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (.*)");
    private static final Pattern ODD_TOKEN =
            Pattern.compile("(?:mismatched input|extraneous input|no viable alternative at input) '(.*?)'.*");

    static Complaint of(CelIssue issue, Set<String> names) {
        String said = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(said);
        if (undeclared.matches()) {
            String name = undeclared.group(1);
            return new Complaint(
                    "there is no field or function '" + name + "' here", DidYouMean.mend(name, names), true);
        }
        Matcher overload = OVERLOAD.matcher(said);
        if (overload.matches()) {
            String types = inWords(overload.group(2));
            return new Complaint(
                    "'" + operator(overload.group(1)) + "' cannot be applied to (" + types + ")", mend(types), false);
        }
        Matcher reserved = RESERVED.matcher(said);
        if (reserved.matches()) {
            return new Complaint(
                    "'" + reserved.group(1) + "' is a word of CEL's own and cannot be used here",
                    "give the field another name",
                    false);
        }
        Matcher odd = ODD_TOKEN.matcher(said);
        if (odd.matches()) {
            String token = odd.group(1);
            return token.equals("<EOF>")
                    ? new Complaint("the expression ends too early", "write what follows the operator", false)
                    : new Complaint("'" + token + "' cannot stand here", "", false);
        }
        return new Complaint("the expression is not understood: " + said, "", false);
    }

    private static String operator(String function) {
        String bare = function.replace("_", "").replace("@", "");
        return bare.isEmpty() ? function : bare;
    }

    private static String inWords(String types) {
        return types.replaceAll("wrapper\\((\\w+)\\)", "$1")
                .replace("string", "text")
                .replace("double", "number")
                .replace("int", "whole number")
                .replace("bool", "true or false")
                .replace("null_type", "null");
    }

    private static String mend(String types) {
        if (types.contains("text") && types.contains("number")) {
            return "a field is a text until a function such as decimal or integer makes it a number";
        }
        return types.contains("null") ? "leave the other branch out: use when: instead" : "";
    }
}
