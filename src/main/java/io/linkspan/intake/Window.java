package io.linkspan.intake;

import io.linkspan.flow.Since;
import io.linkspan.ledger.Checkpoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one walk over the pages asks for, and how far it has seen: the latest change of any record, by the source's own
 * clock, is where the next walk begins.
 */
final class Window {
    /** Under this name the latest change seen stands in a checkpoint beside what fills the next request. */
    private static final String LATEST = "latest-change";

    private final @Nullable Since since;
    private final @Nullable Instant begin;
    private @Nullable Instant latest;

    private Window(@Nullable Since since, @Nullable Instant begin, @Nullable Instant latest) {
        this.since = since;
        this.begin = begin;
        this.latest = latest;
    }

    static Window of(@Nullable Since since, Checkpoint checkpoint) {
        Instant begin = moment(checkpoint.since());
        Instant latest = moment(checkpoint.walk().getOrDefault(LATEST, checkpoint.since()));
        return new Window(since, begin, latest);
    }

    /** What fills the request, besides where in the walk it is. */
    Map<String, String> values() {
        if (since == null) {
            return Map.of();
        }
        String from = begin == null ? since.first() : since.written(begin.minus(since.overlap()));
        return from.isEmpty() ? Map.of() : Map.of("since", from);
    }

    /**
     * Notes when a record was changed, as it says itself.
     *
     * @return false where the record lies before the window that was asked for, so that the source cannot have applied it
     */
    boolean saw(@Nullable String changedAt) {
        if (since == null || changedAt == null) {
            return true;
        }
        Optional<Instant> changed = since.read(changedAt);
        changed.ifPresent(at -> latest = latest == null || at.isAfter(latest) ? at : latest);
        return begin == null
                || changed.isEmpty()
                || !changed.get().isBefore(begin.minus(since.overlap().multipliedBy(2)));
    }

    /** The checkpoint in the midst of the walk. */
    Checkpoint walking(Checkpoint checkpoint, Map<String, String> next) {
        Map<String, String> walk = new HashMap<>(next);
        if (latest != null) {
            walk.put(LATEST, latest.toString());
        }
        return checkpoint.walking(walk);
    }

    /** The checkpoint at the walk's end. */
    Checkpoint walked(Checkpoint checkpoint) {
        return checkpoint.walked(latest == null ? checkpoint.since() : latest.toString());
    }

    /** What fills the request to go on with a walk; empty at its beginning. */
    static Map<String, String> where(Checkpoint checkpoint) {
        Map<String, String> where = new HashMap<>(checkpoint.walk());
        where.keySet().removeAll(List.of(LATEST));
        return where;
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException written) {
            return null;
        }
    }
}
