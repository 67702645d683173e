package io.linkspan.system.call;

import io.linkspan.system.settings.Auth;
import io.linkspan.system.settings.SystemSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;

/** Makes a system's credentials out of its settings. */
public final class CredentialsSource {
    private CredentialsSource() {}

    /** Credentials that fetch what they need by the client through the gate. */
    public static Credentials of(
            SystemSettings settings, ClientHttpRequestFactory requests, Gate gate, Classifier classifier, Clock clock) {
        return switch (settings.auth()) {
            case Auth.Basic basic ->
                fixed("Basic "
                        + base64(basic.username() + ":" + basic.password().reveal()));
            case Auth.Bearer bearer -> fixed("Bearer " + bearer.token().reveal());
            case Auth.ApiKey key ->
                new Credentials.Fixed(Map.of(key.header(), key.key().reveal()));
            case Auth.ClientCredentials oauth ->
                new TokenCredentials(settings.name(), oauth, requests, gate, classifier, clock);
            case Auth.UsernameToken inEnvelope -> new Credentials.Fixed(Map.of());
            case Auth.None none -> new Credentials.Fixed(Map.of());
        };
    }

    private static Credentials fixed(String authorization) {
        return new Credentials.Fixed(Map.of(HttpHeaders.AUTHORIZATION, authorization));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
