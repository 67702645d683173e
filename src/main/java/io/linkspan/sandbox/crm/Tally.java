package io.linkspan.sandbox.crm;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of all that a collection was sent. */
final class Tally {
    private final Map<Entry, Long> counts = new EnumMap<>(Entry.class);
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** What can become of a record that was sent. */
    enum Entry {
        /** It was new. */
        CREATED,
        /** It was given another content, or the same again. */
        UPDATED,
        /** It was taken away. */
        DELETED,
        /** Of the updates: it held just this content already. */
        REPEATED,
        /** Of the creates: there was one of this external id already. */
        DOUBLED,
        /** Of the updates: the version it held was newer. */
        INVERTED,
        /** It was applied before under this idempotency key and was applied again, keys not being honoured. */
        KEY_APPLIED_TWICE,
        /** It was applied before under this key; the first answer was given again. */
        REPLAYED,
        /** The key had been used for something else. */
        KEY_MISUSED,
        /** The key's first call was not done yet. */
        KEY_IN_FLIGHT,
        /** It broke the rules. */
        REFUSED
    }

    synchronized void count(Entry entry) {
        counts.merge(entry, 1L, Long::sum);
    }

    synchronized void applied(Instant at) {
        first = first == null ? at : first;
        last = at;
    }

    synchronized long of(Entry entry) {
        return counts.getOrDefault(entry, 0L);
    }

    /** All counts by name, zeros too, and when the first and the last record was applied. */
    synchronized Map<String, Object> shown() {
        Map<String, Object> shown = new TreeMap<>();
        for (Entry entry : Entry.values()) {
            shown.put(entry.name().toLowerCase(Locale.ROOT), of(entry));
        }
        if (first != null && last != null) {
            shown.put("firstAppliedAt", first.toString());
            shown.put("lastAppliedAt", last.toString());
        }
        return shown;
    }
}
