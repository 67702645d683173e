package io.linkspan.mapping.function;

import io.linkspan.yaml.YamlNode.YamlText;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Values and the plain texts that stand for them. */
final class Plain {
    /** No text written out is longer than this: 1E+9 is not a thousand million digits. */
    static final int MOST_DIGITS = 10_000;

    private Plain() {}

    /** A single value as a text: numbers without an exponent, dates in ISO 8601. */
    static String text(Object value) {
        return switch (value) {
            case BigDecimal number when Math.abs((long) number.scale()) < MOST_DIGITS -> number.toPlainString();
            case ZonedDateTime moment -> moment.toOffsetDateTime().toString();
            default -> value.toString();
        };
    }

    /**
     * What a person means by a scalar: in quotes a text; else what it looks like, as in JSON: a number, true, false or
     * nothing. A number with leading zeros is an id, and a text.
     */
    static @Nullable Object value(YamlText scalar) {
        String text = scalar.text();
        if (scalar.quoted()) {
            return text;
        }
        if (scalar.isNull()) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return looksLikeNumber(text) ? shortest(new BigDecimal(text)) : text;
    }

    /** A whole number as a Long where it fits. */
    static Object shortest(BigDecimal number) {
        return number.scale() <= 0 && number.precision() - number.scale() <= 18 ? (Object) number.longValue() : number;
    }

    private static boolean looksLikeNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int length = text.length() - start;
        if (length == 0 || length > 1000) {
            return false;
        }
        boolean leadingZero = length > 1 && text.charAt(start) == '0' && text.charAt(start + 1) != '.';
        int points = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && (c != '.' || i == start || i == text.length() - 1)) {
                return false;
            }
        }
        return !leadingZero && points < 2;
    }
}
