package io.linkspan.system.soap;

import io.linkspan.system.settings.Auth;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Writes the header of the OASIS Web Services Security UsernameToken Profile 1.1.1. The digest is {@code Base64(SHA-1(nonce
 * + created + password))}, section 3.1; nonce and time are new for each message.
 */
final class UsernameTokenHeader {
    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String PROFILE = OASIS + "username-token-profile-1.0#";
    private static final int NONCE_BYTES = 16;

    private final Auth.UsernameToken auth;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    UsernameTokenHeader(Auth.UsernameToken auth, InstantSource clock) {
        this.auth = auth;
        this.clock = clock;
    }

    /** The header of the settings, or null where they name none. */
    static @Nullable UsernameTokenHeader of(Auth auth, InstantSource clock) {
        return auth instanceof Auth.UsernameToken token ? new UsernameTokenHeader(token, clock) : null;
    }

    /** The header for one message, for an envelope with this prefix. */
    String write(String envelopePrefix) {
        String created = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        return "<wsse:Security xmlns:wsse=\"" + OASIS + "wssecurity-secext-1.0.xsd\" xmlns:wsu=\"" + OASIS
                + "wssecurity-utility-1.0.xsd\" " + envelopePrefix + ":mustUnderstand=\"1\"><wsse:UsernameToken>"
                + "<wsse:Username>" + RequestTemplate.escape(auth.username()) + "</wsse:Username>"
                + (auth.digest() ? digest(created) : text()) + "</wsse:UsernameToken></wsse:Security>";
    }

    private String text() {
        return "<wsse:Password Type=\"" + PROFILE + "PasswordText\">"
                + RequestTemplate.escape(auth.password().reveal()) + "</wsse:Password>";
    }

    private String digest(String created) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String encoding = OASIS + "soap-message-security-1.0#Base64Binary";
        return "<wsse:Password Type=\"" + PROFILE + "PasswordDigest\">" + digest(nonce, created)
                + "</wsse:Password><wsse:Nonce EncodingType=\"" + encoding + "\">" + base64(nonce)
                + "</wsse:Nonce><wsu:Created>" + created + "</wsu:Created>";
    }

    private String digest(byte[] nonce, String created) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(nonce);
            sha1.update(created.getBytes(StandardCharsets.UTF_8));
            return base64(sha1.digest(auth.password().reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-1", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
