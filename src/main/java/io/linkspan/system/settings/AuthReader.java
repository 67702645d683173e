package io.linkspan.system.settings;

import io.linkspan.system.settings.SystemSettings.Protocol;
import io.linkspan.system.settings.SystemsProperties.AuthProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how a system knows us. */
final class AuthReader {
    private static final String[] KINDS = {
        "none", "basic", "bearer", "oauth2", "api-key", "username-token", "username-token-digest"
    };

    private final PropertyCheck check;

    AuthReader(PropertyCheck check) {
        this.check = check;
    }

    Auth read(@Nullable AuthProperties written, Protocol protocol) {
        if (written == null) {
            return new Auth.None();
        }
        String kind = check.oneOf("kind", written.kind(), null, KINDS);
        if (kind.startsWith("username-token") && !protocol.soap()) {
            check.wrong("kind", "'" + kind + "' is a header of SOAP envelopes; for a rest system use basic");
        }
        return switch (kind) {
            case "basic" -> new Auth.Basic(user(written), password(written));
            case "bearer" -> new Auth.Bearer(check.given("token", written.token()));
            case "api-key" ->
                new Auth.ApiKey(check.given("header", written.header()), check.given("key", written.key()));
            case "oauth2" -> clientCredentials(written);
            case "username-token" -> new Auth.UsernameToken(user(written), password(written), false);
            case "username-token-digest" -> new Auth.UsernameToken(user(written), password(written), true);
            default -> new Auth.None();
        };
    }

    private String user(AuthProperties written) {
        return check.given("username", written.username());
    }

    private Secret password(AuthProperties written) {
        return check.given("password", written.password());
    }

    private Auth clientCredentials(AuthProperties written) {
        return new Auth.ClientCredentials(
                check.address("token-url", written.tokenUrl()),
                check.given("client-id", written.clientId()),
                check.given("client-secret", written.clientSecret()),
                written.scopes() == null ? List.of() : List.copyOf(written.scopes()),
                check.oneOf("client-in", written.clientIn(), "header", "header", "body")
                        .equals("body"));
    }
}
