package io.linkspan.mapping.function;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A format whose every part has a fixed width, such as {@code yyyyMMdd} or {@code dd.MM.yyyy HH:mm:ss}: read by position,
 * without a formatter.
 */
final class FixedFormat implements MomentReader {
    private static final String LETTERS = "yMdHmsS";

    private final int length;
    private final int[] from = new int[LETTERS.length()];
    private final int[] width = new int[LETTERS.length()];
    private final char[] literals;
    private final int firstYear;
    private final boolean timed;

    private FixedFormat(String pattern, char[] literals, int firstYear) {
        this.length = pattern.length();
        this.literals = literals;
        this.firstYear = firstYear;
        Arrays.fill(from, -1);
        for (int i = 0; i < length; i++) {
            int letter = literals[i] == 0 ? LETTERS.indexOf(pattern.charAt(i)) : -1;
            if (letter >= 0) {
                from[letter] = from[letter] < 0 ? i : from[letter];
                width[letter]++;
            }
        }
        this.timed = from[3] >= 0;
    }

    /**
     * Compiles a pattern.
     *
     * @param firstYear the first of the hundred years two digits may mean
     * @return null where the pattern has parts that are not of fixed width
     */
    static @Nullable FixedFormat of(String pattern, int firstYear) {
        StringBuilder letters = new StringBuilder();
        StringBuilder literals = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i) == 'u' ? 'y' : pattern.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
                continue;
            }
            boolean isLetter = !quoted && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
            if ((isLetter && LETTERS.indexOf(c) < 0) || (!quoted && "[]{}#".indexOf(c) >= 0)) {
                return null;
            }
            letters.append(c);
            literals.append(isLetter ? '\0' : c);
        }
        boolean escapedQuote = quoted || pattern.contains("''");
        FixedFormat format =
                new FixedFormat(letters.toString(), literals.toString().toCharArray(), firstYear);
        return escapedQuote || !format.isWhole() ? null : format;
    }

    /** Each part stands in one piece and has the width that belongs to it. */
    private boolean isWhole() {
        boolean year = width[0] == 4 || width[0] == 2;
        for (int part = 1; part < 6; part++) {
            if (width[part] != 0 && width[part] != 2) {
                return false;
            }
        }
        for (int part = 0; part < from.length; part++) {
            for (int i = from[part]; part >= 0 && i >= 0 && i < from[part] + width[part]; i++) {
                if (literals[i] != 0) {
                    return false;
                }
            }
        }
        boolean gaps = (width[2] > 0 && width[1] == 0) || (width[4] > 0 && width[3] == 0);
        return year && !gaps && !(width[5] > 0 && width[4] == 0) && !(width[6] > 0 && width[5] == 0) && width[6] <= 9;
    }

    private boolean fits(CharSequence text) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (literals[i] == 0 ? c < '0' || c > '9' : c != literals[i]) {
                return false;
            }
        }
        return true;
    }

    private int part(CharSequence text, int part, int otherwise) {
        return width[part] == 0 ? otherwise : IsoTexts.two(text, from[part]);
    }

    private int year(CharSequence text) {
        int first = IsoTexts.two(text, from[0]);
        return width[0] == 4 ? first * 100 + IsoTexts.two(text, from[0] + 2) : window(first, firstYear);
    }

    /** The year within the hundred from {@code firstYear} that ends with the two digits. */
    static int window(int twoDigits, int firstYear) {
        int year = firstYear - firstYear % 100 + twoDigits;
        return year < firstYear ? year + 100 : year;
    }

    @Override
    public @Nullable String day(String text) {
        if (timed) {
            return MomentReader.super.day(text);
        }
        if (!fits(text)) {
            return null;
        }
        int year = year(text);
        int month = part(text, 1, 1);
        int day = part(text, 2, 1);
        return IsoTexts.isDay(year, month, day) ? IsoTexts.day(year, month, day) : null;
    }

    @Override
    public boolean day(Slice slice) {
        if (timed || !fits(slice)) {
            return false;
        }
        int year = year(slice);
        int month = part(slice, 1, 1);
        int day = part(slice, 2, 1);
        if (!IsoTexts.isDay(year, month, day)) {
            return false;
        }
        IsoTexts.day(year, month, day, slice);
        return true;
    }

    @Override
    public @Nullable Moment read(String text) {
        if (!fits(text)) {
            return null;
        }
        int month = part(text, 1, 1);
        int day = part(text, 2, 1);
        String fraction = width[6] == 0 ? "" : text.substring(from[6], from[6] + width[6]);
        Moment moment =
                Moment.of(year(text), month, day, part(text, 3, 0), part(text, 4, 0), part(text, 5, 0), fraction, null);
        return moment == null || timed ? moment : Moment.ofDay(moment.date());
    }
}
