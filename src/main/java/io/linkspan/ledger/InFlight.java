package io.linkspan.ledger;

import io.linkspan.record.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records this replica is delivering just now. A broker connection that was cut and came back hands the same records
 * out again while their first delivery is still waiting for its answer.
 */
final class InFlight {
    private final Map<Entry, Instant> entries = new ConcurrentHashMap<>();
    private final Duration longest;

    private record Entry(String flow, RecordKey key) {}

    /** An entry older than the longest delivery counts no more: whoever made it has failed to take it back. */
    InFlight(Duration longest) {
        this.longest = longest;
    }

    /** Whether nobody else is at the record, so that the caller is from now on. */
    boolean enter(String flow, RecordKey key, Instant now) {
        Entry entry = new Entry(flow, key);
        Instant since = entries.putIfAbsent(entry, now);
        return since == null || (since.plus(longest).isBefore(now) && entries.replace(entry, since, now));
    }

    void leave(String flow, RecordKey key) {
        entries.remove(new Entry(flow, key));
    }
}
