package io.linkspan.mapping.function;

import java.util.List;

/** What stands before and behind a text. */
final class Affixes {
    private Affixes() {}

    /** The text without the first of the words found at its beginning and at its end, and without blanks there. */
    static String without(String text, List<String> words) {
        String left = Blanks.trim(text);
        for (String word : words) {
            if (!word.isEmpty() && left.regionMatches(true, 0, word, 0, word.length())) {
                left = Blanks.trimLeft(left.substring(word.length()));
                break;
            }
        }
        for (String word : words) {
            int start = left.length() - word.length();
            if (!word.isEmpty() && start >= 0 && left.regionMatches(true, start, word, 0, word.length())) {
                return Blanks.trimRight(left.substring(0, start));
            }
        }
        return left;
    }
}
