package io.linkspan.admin.letters;

import io.linkspan.deadletter.LetterPage;
import io.linkspan.deadletter.LetterQuery;
import io.linkspan.deadletter.LetterStatus;
import io.linkspan.record.Outcome.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which letters a caller means, read from parameters or JSON; every word that means nothing is refused. */
record Wanted(Map<String, ?> words) {
    private static final Set<String> LETTERS = Set.of(
            "ids", "flow", "key", "status", "reason", "group", "correlationId", "since", "until", "text", "everything");
    private static final Set<String> PAGE = Set.of("after", "limit");
    private static final int MOST = 200;
    private static final int USUAL = 50;

    /** The parameters of a page. */
    static Wanted page(Map<String, String> parameters) {
        known(parameters.keySet(), LETTERS, PAGE);
        return new Wanted(parameters);
    }

    /** A selection, which must narrow: to mean every letter one has to say so. */
    static LetterQuery selection(@Nullable Map<String, ?> selection) {
        if (selection == null) {
            throw new IllegalArgumentException("'letters' is missing: say which letters are meant");
        }
        known(selection.keySet(), LETTERS, Set.of());
        LetterQuery query = new Wanted(selection).query();
        if (query.unlimited() && !"true".equals(String.valueOf(selection.get("everything")))) {
            throw new IllegalArgumentException(
                    "'letters' narrows nothing: name a flow, a group or ids, or say \"everything\": true");
        }
        return query;
    }

    private static void known(Set<String> said, Set<String> letters, Set<String> more) {
        Set<String> unknown = new TreeSet<>(said);
        unknown.removeAll(letters);
        unknown.removeAll(more);
        if (!unknown.isEmpty()) {
            Set<String> all = new TreeSet<>(letters);
            all.addAll(more);
            throw new IllegalArgumentException("unknown: " + unknown + "; there are " + all);
        }
    }

    LetterQuery query() {
        return new LetterQuery(
                ids(),
                text("flow"),
                text("key"),
                one("status", LetterStatus.class),
                one("reason", Reason.class),
                text("group"),
                text("correlationId"),
                time("since"),
                time("until"),
                text("text"));
    }

    int limit() {
        String said = text("limit");
        if (said != null && !said.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("'limit' must be 1 to " + MOST + ", not '" + said + "'");
        }
        int limit = said == null ? USUAL : Integer.parseInt(said);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("'limit' must be 1 to " + MOST + ", not " + limit);
        }
        return limit;
    }

    LetterPage.@Nullable Cursor after() {
        String said = text("after");
        return said == null ? null : LetterPage.Cursor.parse(said);
    }

    private List<UUID> ids() {
        Object said = words.get("ids");
        if (said == null) {
            return List.of();
        }
        List<?> all = said instanceof List<?> list
                ? list
                : Arrays.asList(said.toString().split(","));
        return all.stream().map(id -> id(String.valueOf(id))).toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("'" + text + "' is no letter's id", malformed);
        }
    }

    private @Nullable String text(String word) {
        Object said = words.get(word);
        return said == null || said.toString().isEmpty() ? null : said.toString();
    }

    private <E extends Enum<E>> @Nullable E one(String word, Class<E> of) {
        String said = text(word);
        if (said == null) {
            return null;
        }
        try {
            return Enum.valueOf(of, said.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "'" + word + "' is one of " + Arrays.toString(of.getEnumConstants()) + ", not '" + said + "'",
                    unknown);
        }
    }

    private @Nullable Instant time(String word) {
        String said = text(word);
        try {
            return said == null ? null : Instant.parse(said);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "'" + word + "' is a time such as 2026-03-01T08:00:00Z, not '" + said + "'", malformed);
        }
    }
}
