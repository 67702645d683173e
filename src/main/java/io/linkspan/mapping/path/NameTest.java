package io.linkspan.mapping.path;

import org.jspecify.annotations.Nullable;

/**
 * Which elements or attributes a step means.
 *
 * @param uri the namespace, where the path names a declared prefix; null for any
 * @param local the local name; {@code *} for any
 */
public record NameTest(@Nullable String uri, String local) {
    /** Any element. */
    public static final NameTest ANY = new NameTest(null, "*");

    /** Whether a name passes. */
    public boolean matches(String otherUri, String otherLocal) {
        return (uri == null || uri.equals(otherUri)) && (local.equals("*") || local.equals(otherLocal));
    }
}
