package io.linkspan.ledger;

import io.linkspan.record.Payload;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells one mapped output from another: the first half of its SHA-256, as 32 hexadecimal digits. */
public final class OutputHash {
    private static final int BYTES = 16;

    private OutputHash() {}

    /** The hash of an output. */
    public static String of(Payload output) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(output.bytes()), 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
