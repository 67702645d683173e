package io.linkspan.record;

import java.util.UUID;

/**
 * What the source calls a record, unique within its flow. Ids that look like numbers stay text: {@code 007} is not
 * {@code 7}.
 *
 * @param value not blank, at most 200 characters, without the character U+0000
 */
public record RecordKey(String value) {
    /** The longest key the ledger keeps. */
    public static final int LONGEST = 200;

    private static final String STAND_IN = "without-key-";

    /** Refuses blank and overlong keys, and the one character no database keeps. */
    public RecordKey {
        if (value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a record key must have 1 to " + LONGEST
                    + " characters, not be blank and hold no U+0000, not '" + value + "'");
        }
    }

    /** Stands in for the key of a record that names none, so that it can still reach the dead letters. */
    public static RecordKey standIn(byte[] record) {
        return new RecordKey(STAND_IN + UUID.nameUUIDFromBytes(record));
    }

    /** Whether the record named no key. */
    public boolean isStandIn() {
        return value.startsWith(STAND_IN);
    }

    /** Which of so many partitions holds every change of this record. */
    public int partition(int partitions) {
        int hash = value.hashCode();
        return Math.floorMod(hash ^ (hash >>> 16), partitions);
    }

    @Override
    public String toString() {
        return value;
    }
}
