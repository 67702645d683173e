package io.linkspan.mapping.function;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads decimals exactly, at any size. Signs stand before or behind, parentheses mean minus, an exponent is understood,
 * a missing integer part is 0. Groups must be whole: three digits each (or, from the second, two in Indian locales), one
 * kind of sign between them, none behind the point.
 */
final class DecimalReader {
    /** As JSON and XML Schema write numbers: a point, no groups. */
    static final DecimalReader PLAIN = new DecimalReader('.', "", false, true);

    static final int MOST_CHARACTERS = 10_000;

    private static final int MOST_EXPONENT = 1000;
    private static final String APOSTROPHES = "'\u2019\u02BC\u2018`\u00B4";

    private final char point;
    private final String groups;
    private final char usualGroup;
    private final boolean blankGroups;
    private final boolean indian;

    private DecimalReader(char point, String groups, boolean indian, boolean plain) {
        this.point = point;
        this.blankGroups = !plain && (groups.isEmpty() || groups.chars().anyMatch(Blanks::isBlank));
        this.groups = groups.chars().anyMatch(c -> APOSTROPHES.indexOf(c) >= 0) ? groups + APOSTROPHES : groups;
        this.usualGroup = groups.isEmpty() ? point : groups.charAt(0);
        this.indian = indian;
    }

    /** Reads as a locale writes: its point and its groups; blanks group in any locale. */
    static DecimalReader of(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        char decimal = symbols.getDecimalSeparator() == ',' ? ',' : '.';
        String group = String.valueOf(symbols.getGroupingSeparator());
        String also = locale.getLanguage().equals("de") && decimal == ',' ? ". " : " ";
        boolean indian = locale.getCountry().equals("IN") || locale.getCountry().equals("BD");
        return new DecimalReader(decimal, group + also, indian, false);
    }

    /** Reads with the given point and group signs; no group signs means no groups. */
    static DecimalReader of(char point, String groups) {
        return new DecimalReader(point, groups, false, groups.isEmpty());
    }

    char point() {
        return point;
    }

    /** The number, or null where the text is none. */
    @Nullable
    BigDecimal read(String text) {
        Digits usual = new Digits();
        return usual(text, usual) ? usual.number() : unusual(text);
    }

    /** Digits, perhaps in groups of three, a point and digits: so most numbers are written. False for anything else. */
    boolean usual(CharSequence text, Digits number) {
        int at = text.length() > 0 && text.charAt(0) == '-' ? 1 : 0;
        boolean negative = at == 1;
        long unscaled = 0;
        int digits = 0;
        int scale = -1;
        int inGroup = 0;
        boolean grouped = false;
        for (; at < text.length() && digits < Digits.MOST; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                digits++;
                if (scale >= 0) {
                    scale++;
                } else {
                    inGroup++;
                }
            } else if (c == point && scale < 0 && (!grouped || inGroup == 3)) {
                scale = 0;
            } else if (c == usualGroup && scale < 0 && (grouped ? inGroup == 3 : inGroup > 0 && inGroup <= 3)) {
                grouped = true;
                inGroup = 0;
            } else {
                return false;
            }
        }
        number.unscaled = negative ? -unscaled : unscaled;
        number.scale = Math.max(scale, 0);
        return at == text.length() && digits > 0 && (!grouped || inGroup == 3);
    }

    private @Nullable BigDecimal unusual(String text) {
        int start = Blanks.skip(text, 0);
        int end = Blanks.skipBack(text, start);
        return end - start > MOST_CHARACTERS ? null : new Reading(text, start, end).number();
    }

    private boolean isGroup(char c) {
        return groups.indexOf(c) >= 0 || (blankGroups && Blanks.isBlank(c));
    }

    /** Signs that look alike count as one kind. */
    private static int kind(char c) {
        return Blanks.isBlank(c) ? ' ' : APOSTROPHES.indexOf(c) >= 0 ? '\'' : c;
    }

    /** One text under way. */
    private final class Reading {
        private final String text;
        private int at;
        private int end;
        private boolean negative;
        private long small;
        private int digits;
        private int scale;
        private @Nullable StringBuilder large;

        Reading(String text, int start, int end) {
            this.text = text;
            this.at = start;
            this.end = end;
        }

        @Nullable
        BigDecimal number() {
            if (!signs() || !integerPart() || !fraction() || digits == 0) {
                return null;
            }
            int exponent = 0;
            if (at < end) {
                exponent = exponent();
                if (exponent == Integer.MIN_VALUE) {
                    return null;
                }
            }
            BigDecimal unscaled = large == null
                    ? BigDecimal.valueOf(negative ? -small : small, scale)
                    : new BigDecimal(large.toString()).scaleByPowerOfTen(-scale);
            BigDecimal signed = large != null && negative ? unscaled.negate() : unscaled;
            return exponent == 0 ? signed : unfolded(signed.scaleByPowerOfTen(exponent));
        }

        private BigDecimal unfolded(BigDecimal number) {
            return number.scale() < 0 ? number.setScale(0) : number;
        }

        /** One sign at most: before, behind or parentheses around. */
        private boolean signs() {
            if (at == end) {
                return false;
            }
            char first = text.charAt(at);
            char last = text.charAt(end - 1);
            if (isSign(first)) {
                negative = first != '+';
                at = Blanks.skip(text, at + 1);
            } else if (first == '(' && last == ')') {
                negative = true;
                at++;
                end--;
            } else if (isSign(last)) {
                negative = last != '+';
                end--;
                while (end > at && Blanks.isBlank(text.charAt(end - 1))) {
                    end--;
                }
                // "5,-" is a price without cents and no minus.
                return at < end && text.charAt(end - 1) != point;
            }
            return at < end;
        }

        private boolean isSign(char c) {
            return c == '-' || c == '+' || c == '\u2212';
        }

        private boolean integerPart() {
            int inGroup = 0;
            int group = 0;
            boolean first = true;
            for (; at < end; at++) {
                char c = text.charAt(at);
                if (c >= '0' && c <= '9') {
                    digit(c);
                    inGroup++;
                } else if (c != point && isGroup(c)) {
                    if (!(first ? inGroup > 0 && inGroup <= 3 : whole(inGroup)) || (!first && kind(c) != group)) {
                        return false;
                    }
                    group = kind(c);
                    first = false;
                    inGroup = 0;
                } else {
                    break;
                }
            }
            return first || inGroup == 3;
        }

        private boolean whole(int inGroup) {
            return inGroup == 3 || (indian && inGroup == 2);
        }

        private boolean fraction() {
            if (at < end && text.charAt(at) == point) {
                for (at++; at < end; at++) {
                    char c = text.charAt(at);
                    if (c < '0' || c > '9') {
                        break;
                    }
                    digit(c);
                    scale++;
                }
            }
            return at == end || text.charAt(at) == 'E' || text.charAt(at) == 'e';
        }

        private void digit(char c) {
            digits++;
            if (large != null) {
                large.append(c);
            } else if (digits <= Digits.MOST) {
                small = small * 10 + (c - '0');
            } else {
                large = new StringBuilder(end).append(small).append(c);
            }
        }

        /** What stands behind the E; the least int where it is no small whole number. */
        private int exponent() {
            int sign = 1;
            at++;
            if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
                sign = text.charAt(at++) == '-' ? -1 : 1;
            }
            int value = at == end ? MOST_EXPONENT + 1 : 0;
            for (; at < end && value <= MOST_EXPONENT; at++) {
                char c = text.charAt(at);
                value = c < '0' || c > '9' ? MOST_EXPONENT + 1 : value * 10 + c - '0';
            }
            return value > MOST_EXPONENT ? Integer.MIN_VALUE : sign * value;
        }
    }
}
