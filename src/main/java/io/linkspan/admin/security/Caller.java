package io.linkspan.admin.security;

import org.springframework.security.core.Authentication;

/**
 * Who calls the admin API.
 *
 * @param name of the key
 * @param seesSensitive whether sensitive values are shown
 */
public record Caller(String name, boolean seesSensitive) {
    /** The caller as the door has found it. */
    public static Caller of(Authentication key) {
        return new Caller(
                key.getName(),
                key.getAuthorities().stream().anyMatch(one -> ("ROLE_" + Role.ADMIN).equals(one.getAuthority())));
    }
}
