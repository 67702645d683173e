package io.linkspan.system.settings;

import java.net.URI;
import java.util.List;

/** How a system knows us. A client certificate is said apart, by {@code tls.bundle}, and goes with any of these. */
public sealed interface Auth {
    /** Not at all, by the certificate, or by values in the request's body. */
    record None() implements Auth {}

    /** HTTP Basic, RFC 7617, in UTF-8. */
    record Basic(String username, Secret password) implements Auth {}

    /** A fixed bearer token, RFC 6750. */
    record Bearer(Secret token) implements Auth {}

    /** A token of one's own for each call in a header of any name. */
    record ApiKey(String header, Secret key) implements Auth {}

    /**
     * A bearer token by OAuth 2.0 client credentials, RFC 6749, section 4.4.
     *
     * @param inBody whether the client's credentials go in the token request's body instead of HTTP Basic
     */
    record ClientCredentials(URI tokenUrl, String clientId, Secret clientSecret, List<String> scopes, boolean inBody)
            implements Auth {}

    /**
     * The WS-Security UsernameToken Profile 1.1.1 of OASIS.
     *
     * @param digest whether the password goes as a digest with nonce and time instead of as text
     */
    record UsernameToken(String username, Secret password, boolean digest) implements Auth {}
}
