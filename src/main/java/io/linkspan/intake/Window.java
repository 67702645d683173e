package io.linkspan.intake;

import io.linkspan.flow.Since;
import io.linkspan.ledger.Checkpoint;
import java.time.DateTimeException;
import java.time.Duration;
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

    /** A clock further ahead than this is broken: its records are taken, but do not move the window. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final @Nullable Since since;
    private final Map<String, String> values;
    private final @Nullable Instant lower;
    private final @Nullable Instant upper;
    private final boolean upperAsked;
    private final Instant furthest;
    private @Nullable Instant latest;

    private Window(
            @Nullable Since since,
            Map<String, String> values,
            @Nullable Instant lower,
            @Nullable Instant upper,
            boolean upperAsked,
            @Nullable Instant latest,
            Instant now) {
        this.since = since;
        this.values = values;
        this.lower = lower;
        this.upper = upper;
        this.upperAsked = upperAsked;
        this.latest = latest;
        this.furthest = now.plus(AHEAD);
    }

    /** The window of a live pull: from where the last walk ended, with the overlap, to the end. */
    static Window live(@Nullable Since since, Checkpoint checkpoint, Instant now) {
        Instant latest = moment(checkpoint.walk().getOrDefault(LATEST, checkpoint.since()));
        if (since == null) {
            return new Window(null, Map.of(), null, null, false, latest, now);
        }
        Instant begin = moment(checkpoint.since());
        String from = begin == null ? since.first() : since.written(begin.minus(since.overlap()));
        Instant lower = since.readAsked(from)
                .map(asked -> asked.minus(since.overlap()).minus(since.grain()))
                .orElse(null);
        return new Window(since, from.isEmpty() ? Map.of() : Map.of("since", from), lower, null, false, latest, now);
    }

    /**
     * The window of a backfill.
     *
     * @param untilAsked whether the request names the end, so that a record behind it is the source's error; otherwise such
     *     records are left to the live pull
     */
    static Window between(Since since, Instant from, Instant until, boolean untilAsked, Instant now) {
        Map<String, String> values = Map.of("since", since.written(from), "until", since.written(until));
        return new Window(since, values, from.minus(since.grain()), until.plus(since.grain()), untilAsked, null, now);
    }

    /** What fills the request, besides where in the walk it is. */
    Map<String, String> values() {
        return values;
    }

    /**
     * Notes when a record was changed, as it says itself.
     *
     * @return whether the record is to be taken
     * @throws PageUnfit where the record cannot be an answer to what was asked
     */
    boolean takes(@Nullable String changedAt) {
        if (since == null || changedAt == null || changedAt.isBlank()) {
            return true;
        }
        Optional<Instant> read = since.read(changedAt);
        if (read.isEmpty()) {
            throw PageUnfit.unreadable(changedAt);
        }
        Instant changed = read.get();
        boolean late = upper != null && changed.isAfter(upper);
        if ((lower != null && changed.isBefore(lower)) || (late && upperAsked)) {
            throw PageUnfit.outside(changedAt, words());
        }
        if (!changed.isAfter(furthest) && (latest == null || changed.isAfter(latest))) {
            latest = changed;
        }
        return !late;
    }

    private String words() {
        String until = values.get("until");
        return "changes since " + values.get("since") + (until == null ? "" : " until " + until);
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
