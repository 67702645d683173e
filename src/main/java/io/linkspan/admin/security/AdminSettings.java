package io.linkspan.admin.security;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call the admin API: {@code linkspan.admin} in the configuration. Without a key, the embedded way to run makes one
 * of its own; with a database of its own place, the API then answers nobody.
 *
 * @param keys the keys, each with a name of its own
 */
@ConfigurationProperties("linkspan.admin")
record AdminSettings(@DefaultValue List<Key> keys) {
    AdminSettings {
        keys = List.copyOf(keys);
        Set<String> names = new HashSet<>();
        keys.forEach(key -> {
            if (!names.add(key.name())) {
                throw new IllegalArgumentException("linkspan.admin.keys names '" + key.name() + "' twice");
            }
        });
    }

    /**
     * One key.
     *
     * @param name who holds it, as the audit tells it: 1 to 60 characters
     * @param role what it may do
     * @param key at least 24 characters, as {@code openssl rand -hex 32} writes them; or {@code sha256:} and the 64
     *     hexadecimal digits of the key's SHA-256, so that the configuration does not hold the key itself
     */
    record Key(String name, @DefaultValue("VIEWER") Role role, String key) {
        private static final int SHORTEST = 24;
        private static final String HASHED = "sha256:";

        Key {
            if (name.isBlank() || name.length() > 60) {
                throw new IllegalArgumentException("linkspan.admin.keys[].name must have 1 to 60 characters");
            }
            boolean fit = key.startsWith(HASHED) ? isHash(key) : key.strip().length() >= SHORTEST;
            if (!fit) {
                throw new IllegalArgumentException("linkspan.admin.keys[].key of '" + name + "' must have at least "
                        + SHORTEST + " characters: make one with 'openssl rand -hex 32'");
            }
        }

        private static boolean isHash(String key) {
            return key.substring(HASHED.length()).matches("[0-9a-fA-F]{64}");
        }

        String hash() {
            return key.startsWith(HASHED)
                    ? key.substring(HASHED.length()).toLowerCase(Locale.ROOT)
                    : Hash.of(key.strip());
        }

        @Override
        public String toString() {
            return "Key[" + name + ", " + role + "]";
        }
    }
}
