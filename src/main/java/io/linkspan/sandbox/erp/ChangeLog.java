package io.linkspan.sandbox.erp;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who changed when: the order of all changes since the house was founded. A change moves its record to the end, so a
 * reader who goes on where he stopped misses nothing, however much is changed meanwhile. Twelve bytes a change, ten a
 * record; the records themselves are not held.
 */
final class ChangeLog implements AutoCloseable {
    private static final long FOUNDED = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final long BETWEEN_RECORDS = 977;

    private final InstantSource clock;
    private final @Nullable ChangeFile file;
    private final BitSet deleted = new BitSet();
    private final BitSet ends = new BitSet();
    private long[] times;
    private int[] records;
    private int length;
    private int[] lastPlace;
    private int[] revisions;
    private int size;

    private ChangeLog(int begin, InstantSource clock, @Nullable ChangeFile file) {
        this.clock = clock;
        this.file = file;
        int room = Math.max(1024, begin + begin / 8);
        times = new long[room];
        records = new int[room];
        lastPlace = new int[room];
        revisions = new int[room];
        for (int record = 0; record < begin; record++) {
            enter(ChangeFile.ADDED, record, FOUNDED + record * BETWEEN_RECORDS);
        }
    }

    /**
     * A log that begins with so many records.
     *
     * @param begin how many records there are from the beginning
     * @param seed what the records are made from, so that a file of another house is recognised
     * @param clock dates changes
     * @param path where changes are kept; null for nowhere
     */
    static ChangeLog open(int begin, long seed, InstantSource clock, @Nullable Path path) {
        ChangeFile file = path == null ? null : ChangeFile.open(path, seed, begin);
        ChangeLog log = new ChangeLog(begin, clock, file);
        if (file != null) {
            file.replay(log::enter);
        }
        return log;
    }

    /**
     * A record in one of its states.
     *
     * @param record its index from 0
     * @param revision how often it was changed
     * @param changedAt when that was
     * @param deleted whether it is gone since
     */
    record State(int record, int revision, Instant changedAt, boolean deleted) {}

    /**
     * A stretch of the log.
     *
     * @param states the records last changed there, in the order of their change
     * @param next where to go on, or -1 at the end
     */
    record Page(List<State> states, int next) {}

    /** How many records there ever were. */
    synchronized int size() {
        return size;
    }

    /** How many entries the log has: a record's beginning, each change and its end. */
    synchronized int changes() {
        return length;
    }

    /** How many of them are gone. */
    synchronized int gone() {
        return deleted.cardinality();
    }

    /** The place of the first change at or after this time. */
    synchronized int placeOf(Instant since) {
        int place = Arrays.binarySearch(times, 0, length, since.toEpochMilli());
        int at = place < 0 ? -place - 1 : place;
        while (at > 0 && at < length && times[at - 1] == times[at]) {
            at--;
        }
        return at;
    }

    /**
     * Records in the order of their last change.
     *
     * @param place where to begin
     * @param most how many at most
     * @param gone whether those that were deleted are meant, or those that were not
     */
    synchronized Page page(int place, int most, boolean gone) {
        List<State> states = new ArrayList<>(Math.min(most, 4096));
        int at = place;
        while (at < length && states.size() < most) {
            if (shows(at, gone)) {
                states.add(state(records[at]));
            }
            at++;
        }
        while (at < length && !shows(at, gone)) {
            at++;
        }
        return new Page(states, at < length ? at : -1);
    }

    private boolean shows(int place, boolean gone) {
        return lastPlace[records[place]] == place && deleted.get(records[place]) == gone;
    }

    /** A record's last state. */
    synchronized State state(int record) {
        return new State(
                record, revisions[record], Instant.ofEpochMilli(times[lastPlace[record]]), deleted.get(record));
    }

    /** Every state that any record ever had, in the order of the changes. */
    synchronized void tell(Consumer<State> listener) {
        int[] reached = new int[size];
        for (int place = 0; place < length; place++) {
            if (!ends.get(place)) {
                int record = records[place];
                listener.accept(new State(record, reached[record]++, Instant.ofEpochMilli(times[place]), false));
            }
        }
    }

    /** Changes a record now. */
    synchronized void change(int record) {
        keep(ChangeFile.CHANGED, record, clock.millis());
    }

    /** Changes a record at a time that may be past, but never before the last change. */
    synchronized void change(int record, long millis) {
        keep(ChangeFile.CHANGED, record, millis);
    }

    /** Adds a record at such a time. */
    synchronized void add(long millis) {
        keep(ChangeFile.ADDED, size, millis);
    }

    /** Deletes a record now. */
    synchronized void delete(int record) {
        if (!deleted.get(record)) {
            keep(ChangeFile.DELETED, record, clock.millis());
        }
    }

    private void keep(int what, int record, long millis) {
        long time = Math.max(millis, length == 0 ? millis : times[length - 1]);
        if (what != ChangeFile.ADDED && times[lastPlace[record]] >= time) {
            time++;
        }
        enter(what, record, time);
        if (file != null) {
            file.append(what, record, time);
        }
    }

    private void enter(int what, int record, long time) {
        makeRoom();
        switch (what) {
            case ChangeFile.ADDED -> size++;
            case ChangeFile.CHANGED -> {
                revisions[record]++;
                deleted.clear(record);
            }
            default -> {
                deleted.set(record);
                ends.set(length);
            }
        }
        times[length] = time;
        records[length] = record;
        lastPlace[record] = length++;
    }

    private void makeRoom() {
        if (length == times.length) {
            times = Arrays.copyOf(times, length * 2);
            records = Arrays.copyOf(records, length * 2);
        }
        if (size == lastPlace.length) {
            lastPlace = Arrays.copyOf(lastPlace, size * 2);
            revisions = Arrays.copyOf(revisions, size * 2);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
