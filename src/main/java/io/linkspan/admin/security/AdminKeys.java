package io.linkspan.admin.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** The keys in force, as hashes. */
final class AdminKeys {
    private final List<Holder> holders;

    AdminKeys(List<Holder> holders) {
        this.holders = List.copyOf(holders);
    }

    /** Who holds a key. */
    record Holder(String name, Role role, String hash) {
        static Holder of(AdminSettings.Key key) {
            return new Holder(key.name(), key.role(), key.hash());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    boolean none() {
        return holders.isEmpty();
    }

    /** Looks at every key whatever it finds, so that the time taken tells nothing. */
    Optional<Holder> holder(String key) {
        String hash = Hash.of(key);
        Holder found = null;
        for (Holder one : holders) {
            if (MessageDigest.isEqual(bytes(one.hash()), bytes(hash))) {
                found = one;
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
