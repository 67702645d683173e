package io.linkspan.mapping.function;

import java.text.BreakIterator;
import java.util.Locale;

/** Characters as a reader sees them: extended grapheme clusters (Unicode Standard Annex 29). */
final class Graphemes {
    private Graphemes() {}

    /**
     * The position at or before the given one where no cluster is cut. A cluster without end (accents upon accents) is cut
     * between code points.
     */
    static int cut(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return Math.clamp(at, 0, text.length());
        }
        BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        int from = Math.max(0, at - 200);
        int to = Math.min(text.length(), at + 200);
        clusters.setText(text.substring(from, to));
        int boundary = clusters.isBoundary(at - from) ? at : from + clusters.preceding(at - from);
        return boundary > from ? boundary : wholeCodePoint(text, at);
    }

    private static int wholeCodePoint(String text, int at) {
        boolean inside = Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
        return inside ? at - 1 : at;
    }
}
