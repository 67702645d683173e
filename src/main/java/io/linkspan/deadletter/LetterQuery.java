package io.linkspan.deadletter;

import io.linkspan.record.Outcome.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; what is null or empty does not narrow.
 *
 * @param ids these letters, at most {@value #MOST_IDS}
 * @param group those with this fingerprint
 * @param since those that died then or later
 * @param until those that died before
 * @param text those whose detail, title or key holds this text, in any case
 */
public record LetterQuery(
        List<UUID> ids,
        @Nullable String flow,
        @Nullable String key,
        @Nullable LetterStatus status,
        @Nullable Reason reason,
        @Nullable String group,
        @Nullable String correlationId,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String text) {
    /** How many letters a query may name. */
    public static final int MOST_IDS = 1000;

    /** Every letter. */
    public static final LetterQuery ALL =
            new LetterQuery(List.of(), null, null, null, null, null, null, null, null, null);

    /** Refuses an overlong list. */
    public LetterQuery {
        ids = List.copyOf(ids);
        if (ids.size() > MOST_IDS) {
            throw new IllegalArgumentException("name at most " + MOST_IDS + " letters, or their group");
        }
    }

    /** The letters named. */
    public static LetterQuery of(List<UUID> ids) {
        return new LetterQuery(ids, null, null, null, null, null, null, null, null, null);
    }

    /** The same, narrowed to a status. */
    public LetterQuery in(LetterStatus narrowed) {
        return new LetterQuery(ids, flow, key, narrowed, reason, group, correlationId, since, until, text);
    }

    /** Whether it narrows nothing. */
    public boolean unlimited() {
        return equals(ALL.in(LetterStatus.OPEN)) || equals(ALL);
    }
}
