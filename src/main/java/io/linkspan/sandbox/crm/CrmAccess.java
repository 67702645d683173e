package io.linkspan.sandbox.crm;

import java.time.Duration;

/** Who may call the CRM. */
public sealed interface CrmAccess {
    /** Everybody. */
    record Open() implements CrmAccess {}

    /**
     * Who knows a key.
     *
     * @param header the header it is sent in
     * @param key the key
     */
    record ApiKey(String header, String key) implements CrmAccess {
        @Override
        public String toString() {
            return "ApiKey[" + header + "]";
        }
    }

    /** Who bears a token that never changes. */
    record Bearer(String token) implements CrmAccess {
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    /**
     * Who has fetched a token at {@code POST /oauth/token} (RFC 6749, client credentials).
     *
     * @param clientId the client's id
     * @param secret the client's secret, sent by HTTP Basic or in the form
     * @param tokenLife how long a token is good
     */
    record OAuth(String clientId, String secret, Duration tokenLife) implements CrmAccess {
        @Override
        public String toString() {
            return "OAuth[" + clientId + ", " + tokenLife + "]";
        }
    }
}
