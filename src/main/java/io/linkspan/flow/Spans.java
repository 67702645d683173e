package io.linkspan.flow;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time spans as people write them: {@code 200ms}, {@code 30s}, {@code 1h30m}, {@code 2d}, or ISO 8601's {@code PT5M}. */
final class Spans {
    /** For the editor's schema; the ISO form goes through as well. */
    static final String PATTERN = "^(([0-9]{1,9}(ms|s|m|h|d))+|P[0-9DTHMS.]+)$";

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern WHOLE = Pattern.compile(PATTERN);

    private Spans() {}

    static Optional<Duration> parse(String written) {
        String text = written.strip();
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        if (!text.startsWith("P")) {
            return Optional.of(sum(text));
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }

    private static Duration sum(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT));
        while (part.find()) {
            sum = sum.plus(one(Long.parseLong(part.group(1)), part.group(2)));
        }
        return sum;
    }

    private static Duration one(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
