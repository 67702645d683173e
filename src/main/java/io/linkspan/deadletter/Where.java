package io.linkspan.deadletter;

import io.linkspan.ledger.Storable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query as the condition of a statement, every value a parameter. */
final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    static Where of(LetterQuery query) {
        Where where = new Where();
        where.and("flow = :flow", "flow", query.flow());
        where.and("record_key = :key", "key", query.key());
        where.and("status = :status", "status", name(query.status()));
        where.and("reason = :reason", "reason", name(query.reason()));
        where.and("fingerprint = :group", "group", query.group());
        where.and("correlation_id = :correlation", "correlation", query.correlationId());
        where.time("died_at >= :since", "since", query.since());
        where.time("died_at < :until", "until", query.until());
        if (!query.ids().isEmpty()) {
            where.conditions.add("id IN (:ids)");
            where.parameters.put("ids", query.ids());
        }
        if (query.text() != null) {
            where.conditions.add("(LOWER(detail) LIKE :text ESCAPE '!' OR LOWER(title) LIKE :text ESCAPE '!'"
                    + " OR LOWER(record_key) LIKE :text ESCAPE '!')");
            where.parameters.put("text", contains(query.text()));
        }
        return where;
    }

    /** Letters that died before the last one of the page before, or at the same time with a lower id. */
    Where after(LetterPage.Cursor cursor) {
        conditions.add("(died_at < :at OR died_at = :at AND id < :id)");
        parameters.put("at", cursor.diedAt().atOffset(ZoneOffset.UTC));
        parameters.put("id", cursor.id());
        return this;
    }

    String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void and(String condition, String name, @Nullable String value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, Storable.text(value));
        }
    }

    private void time(String condition, String name, @Nullable Instant value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value.atOffset(ZoneOffset.UTC));
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String contains(String text) {
        String escaped = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + Storable.text(escaped).toLowerCase(Locale.ROOT) + "%";
    }
}
