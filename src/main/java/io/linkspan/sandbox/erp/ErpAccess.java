package io.linkspan.sandbox.erp;

/**
 * Who may call the ERP.
 *
 * @param kind how callers show who they are
 * @param user the user's name
 * @param password the password
 */
public record ErpAccess(Kind kind, String user, String password) {
    /** Everybody may. */
    public static final ErpAccess OPEN = new ErpAccess(Kind.OPEN, "", "");

    /** Ways to show who one is. */
    public enum Kind {
        /** Nobody asks. */
        OPEN,
        /** HTTP Basic (RFC 7617). */
        BASIC,
        /** WS-Security UsernameToken with the password as text. */
        TOKEN_TEXT,
        /** WS-Security UsernameToken with a digest; each nonce once, made within five minutes. */
        TOKEN_DIGEST
    }

    @Override
    public String toString() {
        return "ErpAccess[" + kind + ", " + user + "]";
    }
}
