package io.linkspan.deadletter;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some of the letters a query means, those that died last first.
 *
 * @param total how many there are on all pages
 * @param next where the next page begins; null at the end
 */
public record LetterPage(
        List<DeadLetter> letters, long total, @Nullable Cursor next) {
    /** Keeps the list safe from changes. */
    public LetterPage {
        letters = List.copyOf(letters);
    }

    /** The last letter of a page. */
    public record Cursor(Instant diedAt, UUID id) {
        /**
         * Reads what {@link #toString} wrote.
         *
         * @throws IllegalArgumentException for anything else
         */
        public static Cursor parse(String text) {
            int comma = text.indexOf(',');
            try {
                return new Cursor(
                        Instant.parse(text.substring(0, Math.max(comma, 0))),
                        UUID.fromString(text.substring(comma + 1)));
            } catch (DateTimeException | IllegalArgumentException malformed) {
                throw new IllegalArgumentException("'after' must be what an answer gave as 'next'", malformed);
            }
        }

        @Override
        public String toString() {
            return diedAt + "," + id;
        }
    }
}
