package io.linkspan.deadletter;

import java.util.UUID;

/** A payload that cannot be decrypted: its key is not configured, or its bytes were changed. */
public final class PayloadSealed extends RuntimeException {
    PayloadSealed(UUID letter, String key) {
        super("the payload of dead letter " + letter + " was encrypted with the key '" + key
                + "', which linkspan.deadletter.keys does not hold");
    }

    PayloadSealed(UUID letter, String key, Throwable cause) {
        super(
                "the payload of dead letter " + letter + " does not open with the key '" + key
                        + "': the key or the bytes are not those it was written with",
                cause);
    }
}
