package io.linkspan.cli.start;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two words a system has for true and false.
 *
 * @param yes true
 * @param no false
 */
record TokenPair(String yes, String no) {
    private static final List<TokenPair> KNOWN = List.of(
            new TokenPair("y", "n"),
            new TokenPair("j", "n"),
            new TokenPair("yes", "no"),
            new TokenPair("ja", "nein"),
            new TokenPair("true", "false"),
            new TokenPair("t", "f"),
            new TokenPair("1", "0"),
            new TokenPair("on", "off"),
            new TokenPair("x", ""),
            new TokenPair("o", "n"),
            new TokenPair("s", "n"));

    /** The pair that the words of a type are; null where they are something else. */
    static @Nullable TokenPair of(Set<String> words) {
        for (TokenPair pair : KNOWN) {
            String yes = find(words, pair.yes);
            String no = find(words, pair.no);
            if (words.size() == 2 && yes != null && no != null) {
                return new TokenPair(yes, no);
            }
        }
        return null;
    }

    /** The step that reads such words; where they are not known, one that knows many. */
    static String step(Set<String> words) {
        TokenPair pair = of(words);
        return pair == null
                ? "boolean: common"
                : "boolean: { true: " + Yaml.text(pair.yes) + ", false: " + Yaml.text(pair.no) + " }";
    }

    private static @Nullable String find(Set<String> words, String wanted) {
        return words.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
