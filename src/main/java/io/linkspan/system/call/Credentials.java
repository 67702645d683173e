package io.linkspan.system.call;

import io.linkspan.system.FaultException;
import java.util.Map;

/** What makes a system know us over HTTP. Safe for several threads. */
public interface Credentials {
    /** Credentials that never change. */
    record Fixed(Map<String, String> headers) implements Credentials {
        @Override
        public Map<String, String> current() {
            return headers;
        }

        @Override
        public boolean renew(Map<String, String> stale) {
            return false;
        }

        /** Names the headers, never their values. */
        @Override
        public String toString() {
            return "Fixed" + headers.keySet();
        }
    }

    /**
     * The headers to send now; fetches a token where there is none.
     *
     * @throws FaultException when a token is needed and cannot be had
     */
    Map<String, String> current() throws FaultException;

    /**
     * Forgets what the system no longer accepts.
     *
     * @param stale what was sent
     * @return whether {@link #current} can give something else now
     */
    boolean renew(Map<String, String> stale);
}
