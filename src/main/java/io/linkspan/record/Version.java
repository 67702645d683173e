package io.linkspan.record;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which state of a record is meant. What the source states decides first; where it states nothing for one of two states,
 * or the same for both (a clock with whole seconds), the order of reading decides.
 *
 * @param stated what the source said, in a form whose alphabetical order is its order; empty where it said nothing
 * @param sequence the order of reading: microseconds since 1970, never the same twice in one process
 */
public record Version(String stated, long sequence) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,40}");
    private static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();
    private static final int DIGITS = 40;

    /**
     * The version a source states: a whole number, a date-time by ISO 8601 (without a zone: UTC), or any text that sorts
     * by itself.
     */
    public static Version of(@Nullable String stated, long sequence) {
        String text = stated == null ? "" : stated.strip();
        return new Version(sortable(text), sequence);
    }

    private static String sortable(String text) {
        if (WHOLE_NUMBER.matcher(text).matches()) {
            String digits = new BigInteger(text).toString();
            return "0".repeat(DIGITS - digits.length()) + digits;
        }
        return instant(text).map(SORTABLE::format).orElse(text);
    }

    private static Optional<Instant> instant(String text) {
        if (text.length() < 16 || !Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException noOffset) {
            return local(iso);
        }
    }

    private static Optional<Instant> local(String iso) {
        try {
            return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** Whether the source stated the same for both, so that only the content can tell them apart. */
    public boolean sameStated(Version other) {
        return stated.equals(other.stated);
    }

    /** Whether this is a later state of the record than the other. */
    public boolean newerThan(Version other) {
        boolean readingDecides = stated.isEmpty() || other.stated.isEmpty() || sameStated(other);
        return readingDecides ? readAfter(other) : stated.compareTo(other.stated) > 0;
    }

    /** Whether this state was read from the source later than the other, whatever it states of itself. */
    public boolean readAfter(Version other) {
        return sequence > other.sequence;
    }
}
