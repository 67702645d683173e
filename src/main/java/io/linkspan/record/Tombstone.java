package io.linkspan.record;

import java.util.Arrays;

/**
 * Stands in for a record that is gone at its source. It travels, waits, dies and is replayed like any record, and its
 * content is the same each time, so that the ledger knows a deletion that was done.
 */
public final class Tombstone {
    private static final Payload STONE = Payload.xml("<gone xmlns=\"urn:linkspan:tombstone\"/>");

    private Tombstone() {}

    /** The payload that means that the record is gone. */
    public static Payload payload() {
        return STONE;
    }

    /** Whether a payload means that. */
    public static boolean is(Payload payload) {
        return payload.format() == Payload.Format.XML && Arrays.equals(payload.bytes(), STONE.bytes());
    }
}
