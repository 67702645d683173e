package io.linkspan.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Payloads at rest: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce before each, bound to the letter's id so that
 * one letter's payload cannot be put into another.
 */
final class PayloadCipher {
    /** The key id of a payload that stands plain. */
    static final String PLAIN = "";

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final PayloadKeys keys;
    private final SecureRandom random = new SecureRandom();

    PayloadCipher(PayloadKeys keys) {
        this.keys = keys;
    }

    /** The key id new payloads are written with. */
    String activeKey() {
        return keys.active().map(PayloadKeys.Key::id).orElse(PLAIN);
    }

    byte[] write(UUID letter, byte[] payload) {
        return keys.active().map(key -> encrypt(key, letter, payload)).orElse(payload);
    }

    /**
     * Reads what was written with a key.
     *
     * @throws PayloadSealed when the key is not configured any more, or the bytes are not what was written
     */
    byte[] read(UUID letter, String keyId, byte[] stored) {
        if (keyId.equals(PLAIN)) {
            return stored;
        }
        PayloadKeys.Key key = keys.named(keyId).orElseThrow(() -> new PayloadSealed(letter, keyId));
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, letter, Arrays.copyOf(stored, NONCE));
            return cipher.doFinal(stored, NONCE, stored.length - NONCE);
        } catch (GeneralSecurityException tampered) {
            throw new PayloadSealed(letter, keyId, tampered);
        }
    }

    private byte[] encrypt(PayloadKeys.Key key, UUID letter, byte[] payload) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, letter, nonce).doFinal(payload);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has AES-GCM", impossible);
        }
    }

    private static Cipher cipher(int mode, PayloadKeys.Key key, UUID letter, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(letter.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
