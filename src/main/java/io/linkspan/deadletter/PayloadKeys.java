package io.linkspan.deadletter;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that payloads of dead letters are encrypted with: {@code linkspan.deadletter} in the configuration.
 *
 * @param keys the first encrypts; the others still decrypt what they encrypted, until all of that is written anew. Without
 *     any, payloads are kept plain
 */
@ConfigurationProperties("linkspan.deadletter")
record PayloadKeys(@DefaultValue List<Key> keys) {
    PayloadKeys {
        keys = List.copyOf(keys);
        if (keys.stream().map(Key::id).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("linkspan.deadletter.keys names an id twice");
        }
    }

    /** The key that encrypts, if there is one. */
    Optional<Key> active() {
        return keys.stream().findFirst();
    }

    Optional<Key> named(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return keys.stream().map(Key::id).collect(Collectors.joining(", ", "PayloadKeys[", "]"));
    }

    /**
     * One key.
     *
     * @param id names the key for good: 1 to 64 characters
     * @param key 32 random bytes in Base64, as {@code openssl rand -base64 32} writes them
     */
    record Key(String id, String key) {
        private static final int BYTES = 32;

        Key {
            if (id.isBlank() || id.length() > 64) {
                throw new IllegalArgumentException("linkspan.deadletter.keys[].id must have 1 to 64 characters");
            }
            if (decoded(key).length != BYTES) {
                throw new IllegalArgumentException("linkspan.deadletter.keys[].key of '" + id
                        + "' must be 32 bytes in Base64: make one with 'openssl rand -base64 32'");
            }
        }

        SecretKey secret() {
            return new SecretKeySpec(decoded(key), "AES");
        }

        private static byte[] decoded(String key) {
            try {
                return Base64.getDecoder().decode(key.strip());
            } catch (IllegalArgumentException notBase64) {
                return new byte[0];
            }
        }

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }
}
