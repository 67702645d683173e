package io.linkspan.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a person probably meant. */
public final class DidYouMean {
    private DidYouMean() {}

    /** A mend such as {@code did you mean 'trim'?}, or, where nothing is near, the words there are. */
    public static String mend(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> "did you mean '" + word + "'?")
                .orElseGet(() -> known.isEmpty() || known.size() > 40
                        ? ""
                        : "one of: " + String.join(", ", known.stream().sorted().toList()));
    }

    /** The known word at most a third of its letters away from the written one. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        String wanted = fold(written);
        return known.stream()
                .filter(word -> isNear(wanted, word))
                .min(Comparator.comparingInt((String word) -> distance(wanted, fold(word)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Where every letter is another one nothing is near, however short the words. */
    private static boolean isNear(String wanted, String word) {
        int distance = distance(wanted, fold(word));
        return distance <= Math.max(1, word.length() / 3) && distance < Math.max(wanted.length(), word.length());
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Optimal string alignment: Levenshtein's distance with neighbours swapped counted as one step. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
