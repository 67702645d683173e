package io.linkspan.record;

/**
 * What the source calls a record, unique within its flow. Ids that look like numbers stay text: {@code 007} is not
 * {@code 7}.
 *
 * @param value not blank, at most 200 characters
 */
public record RecordKey(String value) {
    /** The longest key the ledger keeps. */
    public static final int LONGEST = 200;

    /** Refuses blank and overlong keys. */
    public RecordKey {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a record key must have 1 to " + LONGEST + " characters and not be blank, not '" + value + "'");
        }
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
