package io.linkspan.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the target recognises a repeated delivery by. The same change of a record always has the same key, however often
 * it is sent; the next change has another, even when a value flips back.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record IdempotencyKey(String value) {
    /** The key of one change: flow, record, state and output make it. */
    public static IdempotencyKey of(String flow, RecordKey key, Version version, String outputHash) {
        String change = String.join("\n", flow, key.value(), version.stated(), "" + version.sequence(), outputHash);
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
