package io.linkspan.admin.security;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a key may do. Each role may do what those before it may. */
public enum Role {
    /** Looks: {@code GET} only, sensitive values masked. */
    VIEWER,
    /** Acts on flows and dead letters, still without seeing sensitive values. */
    OPERATOR,
    /** Sees sensitive values, and so may edit a record. */
    ADMIN;

    List<GrantedAuthority> authorities() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
