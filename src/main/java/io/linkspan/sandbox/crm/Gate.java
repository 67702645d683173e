package io.linkspan.sandbox.crm;

import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Request;
import io.linkspan.sandbox.http.WebServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets in who may come in, and gives out tokens. */
final class Gate {
    private final CrmAccess access;
    private final InstantSource clock;
    private final Map<String, Instant> tokens = new HashMap<>();

    Gate(CrmAccess access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    /** The refusal, where the caller may not come in. */
    Optional<Answer> refusal(Request request) {
        String authorization = request.header("authorization").orElse("");
        boolean good =
                switch (access) {
                    case CrmAccess.Open() -> true;
                    case CrmAccess.ApiKey(String header, String key) ->
                        request.header(header).orElse("").equals(key);
                    case CrmAccess.Bearer(String token) -> authorization.equals("Bearer " + token);
                    case CrmAccess.OAuth oauth ->
                        authorization.startsWith("Bearer ") && isGood(authorization.substring(7));
                };
        return good
                ? Optional.empty()
                : Optional.of(Problem.of(401, "unauthorized", "the credential is missing, wrong or too old")
                        .with("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    private synchronized boolean isGood(String token) {
        return clock.instant().isBefore(tokens.getOrDefault(token, Instant.MIN));
    }

    /** Gives a token to a client who knows its secret (RFC 6749, 4.4). */
    Answer token(Request request) {
        if (!(access instanceof CrmAccess.OAuth oauth)) {
            return Problem.of(404, "not-found", "no tokens are given out here");
        }
        Map<String, String> form = WebServer.form(request);
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            return Answer.json(400, "{\"error\":\"unsupported_grant_type\"}");
        }
        String basic = "Basic " + base64(oauth.clientId() + ":" + oauth.secret());
        boolean known = request.header("authorization").orElse("").equals(basic)
                || (form.getOrDefault("client_id", "").equals(oauth.clientId())
                        && form.getOrDefault("client_secret", "").equals(oauth.secret()));
        return known ? give(oauth) : Answer.json(401, "{\"error\":\"invalid_client\"}");
    }

    private synchronized Answer give(CrmAccess.OAuth oauth) {
        String token = UUID.randomUUID().toString();
        tokens.put(token, clock.instant().plus(oauth.tokenLife()));
        return Answer.json(
                        200,
                        "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                                + oauth.tokenLife().toSeconds() + "}")
                .with("Cache-Control", "no-store");
    }

    /** From now on no token given out before is good. */
    synchronized void revoke() {
        tokens.clear();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
