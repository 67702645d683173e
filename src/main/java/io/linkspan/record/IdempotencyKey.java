package io.linkspan.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the target recognises a repeated delivery by. It is minted once for one change of a record and kept with the claim,
 * so that the change has the same key however often it is sent; the next change has another, even when a value flips back.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record IdempotencyKey(String value) {
    /**
     * The key of one change: flow, record, state and output make it, and how often the ledger's row of the record had
     * changed by then. Without the last, a mapping that is changed and changed back would send the third output under the
     * key of the first, and a target that remembers keys would take it for a repeat.
     */
    public static IdempotencyKey of(String flow, RecordKey key, Version version, String outputHash, int revision) {
        String change = String.join(
                "\n", flow, key.value(), version.stated(), "" + version.sequence(), outputHash, "" + revision);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(change.getBytes(StandardCharsets.UTF_8));
            return new IdempotencyKey(HexFormat.of().formatHex(Arrays.copyOf(digest, 16)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
