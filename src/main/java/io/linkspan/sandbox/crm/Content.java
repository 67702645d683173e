package io.linkspan.sandbox.crm;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a record is to hold, ready to be put away. Immutable. */
final class Content {
    private final byte[] canonical;
    private final long hash;
    private final @Nullable String version;

    /**
     * Content.
     *
     * @param canonical the content in its canonical form; empty where only the digest is kept
     * @param hash its digest
     * @param version what the source stated as its version, or null
     */
    Content(String canonical, long hash, @Nullable String version) {
        this.canonical = canonical.getBytes(StandardCharsets.UTF_8);
        this.hash = hash;
        this.version = version;
    }

    String text() {
        return new String(canonical, StandardCharsets.UTF_8);
    }

    long hash() {
        return hash;
    }

    @Nullable
    String version() {
        return version;
    }
}
