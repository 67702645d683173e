package io.linkspan.sandbox.crm;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records of one collection. Whoever reads and then writes holds the shelf's monitor meanwhile. */
final class Shelf {
    private final Tally tally = new Tally();
    private final TreeMap<Long, Stored> byId = new TreeMap<>();
    private final Map<String, List<Stored>> byExternalId = new HashMap<>();

    Tally tally() {
        return tally;
    }

    synchronized int size() {
        return byId.size();
    }

    /** External ids that more than one record has. */
    synchronized long doubled() {
        return byExternalId.values().stream().filter(twins -> twins.size() > 1).count();
    }

    synchronized @Nullable Stored get(long id) {
        return byId.get(id);
    }

    /** All records of an external id, the oldest first. */
    synchronized List<Stored> named(String externalId) {
        return List.copyOf(byExternalId.getOrDefault(externalId, List.of()));
    }

    /** Up to so many records behind an id, by id. */
    synchronized List<Stored> page(long after, int most) {
        return byId.tailMap(after, false).values().stream().limit(most).toList();
    }

    /** The id that the next record will have, if nothing comes in between. */
    synchronized long nextId(long first) {
        return byId.isEmpty() ? first : Math.max(first, byId.lastKey() + 1);
    }

    /** Puts a new record on the shelf. */
    synchronized void create(long id, @Nullable String externalId, Content content, Instant at) {
        Stored record = new Stored(id, externalId, content);
        byId.put(id, record);
        if (externalId != null) {
            List<Stored> twins = byExternalId.computeIfAbsent(externalId, none -> new ArrayList<>(1));
            if (!twins.isEmpty()) {
                tally.count(Tally.Entry.DOUBLED);
            }
            twins.add(record);
        }
        tally.count(Tally.Entry.CREATED);
        tally.applied(at);
    }

    /** Gives a record another content, and counts what should not have happened. */
    synchronized void update(long id, Content content, Instant at) {
        Stored record = byId.get(id);
        if (record == null) {
            throw new NoSuchElementException("no record " + id);
        }
        if (record.content().hash() == content.hash()) {
            tally.count(Tally.Entry.REPEATED);
        }
        if (older(content.version(), record.content().version())) {
            tally.count(Tally.Entry.INVERTED);
        }
        record.give(content);
        tally.count(Tally.Entry.UPDATED);
        tally.applied(at);
    }

    synchronized void delete(long id, Instant at) {
        Stored record = byId.remove(id);
        if (record != null && record.externalId() != null) {
            List<Stored> twins = byExternalId.getOrDefault(record.externalId(), new ArrayList<>());
            twins.remove(record);
            if (twins.isEmpty()) {
                byExternalId.remove(record.externalId());
            }
        }
        tally.count(Tally.Entry.DELETED);
        tally.applied(at);
    }

    /** Whether one version comes before another: as numbers, as times, else as texts. */
    static boolean older(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) < 0;
        } catch (NumberFormatException noNumbers) {
            return olderTime(one, other);
        }
    }

    private static boolean olderTime(String one, String other) {
        try {
            return OffsetDateTime.parse(one).isBefore(OffsetDateTime.parse(other));
        } catch (DateTimeException noTimes) {
            return one.compareTo(other) < 0;
        }
    }
}
