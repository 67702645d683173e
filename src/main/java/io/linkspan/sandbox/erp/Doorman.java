package io.linkspan.sandbox.erp;

import io.linkspan.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** Lets in who may come in. */
final class Doorman {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final ErpAccess access;
    private final InstantSource clock;
    private final Set<String> nonces = new HashSet<>();

    Doorman(ErpAccess access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Whether HTTP Basic is asked for and was not given as it should. */
    boolean turnsAway(Request request) {
        return access.kind() == ErpAccess.Kind.BASIC
                && !request.header("authorization")
                        .orElse("")
                        .equals("Basic " + base64(access.user() + ":" + access.password()));
    }

    /** Whether the caller's UsernameToken is good, where one is asked for (WSS UsernameToken Profile 1.1). */
    boolean knows(SoapCall call) {
        String user = call.security().getOrDefault("Username", "");
        String password = call.security().getOrDefault("Password", "");
        boolean digest = call.security().getOrDefault("PasswordType", "").endsWith("#PasswordDigest");
        return switch (access.kind()) {
            case OPEN, BASIC -> true;
            case TOKEN_TEXT -> !digest && user.equals(access.user()) && password.equals(access.password());
            case TOKEN_DIGEST -> digest && user.equals(access.user()) && digestIsGood(call, password);
        };
    }

    private boolean digestIsGood(SoapCall call, String given) {
        String nonce = call.security().getOrDefault("Nonce", "");
        String created = call.security().getOrDefault("Created", "");
        return fresh(created) && digest(nonce, created).equals(given) && firstSeen(nonce);
    }

    private boolean fresh(String created) {
        try {
            return Duration.between(Instant.parse(created), clock.instant())
                            .abs()
                            .compareTo(FRESH)
                    <= 0;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private boolean firstSeen(String nonce) {
        synchronized (nonces) {
            return nonces.add(nonce);
        }
    }

    private String digest(String nonce, String created) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(Base64.getDecoder().decode(nonce));
            sha1.update(created.getBytes(StandardCharsets.UTF_8));
            sha1.update(access.password().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha1.digest());
        } catch (IllegalArgumentException noBase64) {
            return "";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-1", impossible);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
