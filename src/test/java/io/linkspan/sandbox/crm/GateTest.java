package io.linkspan.sandbox.crm;

import static io.linkspan.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.sandbox.Caller;
import io.linkspan.sandbox.MovableClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {
    private final MovableClock clock = new MovableClock();

    @Test
    void asksForAnApiKey() throws Exception {
        try (SandboxCrm crm = start(CrmSettings.defaults().access(new CrmAccess.ApiKey("X-Api-Key", "secret")));
                Caller caller = new Caller(crm.url())) {
            assertThat(list(caller).statusCode()).isEqualTo(401);
            assertThat(list(caller, "X-Api-Key", "secret").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void asksForABearerToken() throws Exception {
        try (SandboxCrm crm = start(CrmSettings.defaults().access(new CrmAccess.Bearer("t0")));
                Caller caller = new Caller(crm.url())) {
            assertThat(list(caller, "Authorization", "Bearer t1").statusCode()).isEqualTo(401);
            assertThat(list(caller, "Authorization", "Bearer t0").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void givesTokensThatGrowOldAndCanBeRevoked() throws Exception {
        CrmAccess access = new CrmAccess.OAuth("linkspan", "secret", Duration.ofMinutes(5));
        try (SandboxCrm crm = start(CrmSettings.defaults().access(access).clock(clock));
                Caller caller = new Caller(crm.url())) {
            assertThat(token(caller, "wrong").statusCode()).isEqualTo(401);
            String first = bearer(token(caller, "secret"));
            assertThat(list(caller, "Authorization", first).statusCode()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(5));
            assertThat(list(caller, "Authorization", first).statusCode()).isEqualTo(401);
            String second = bearer(token(caller, "secret"));
            assertThat(list(caller, "Authorization", second).statusCode()).isEqualTo(200);
            crm.revokeTokens();
            assertThat(list(caller, "Authorization", second).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void takesOnlySoManyCallsASecondAndSaysWhenToComeAgain() throws Exception {
        try (SandboxCrm crm = start(CrmSettings.defaults().perSecond(2).clock(clock));
                Caller caller = new Caller(crm.url())) {
            assertThat(list(caller).headers().firstValue("ratelimit")).contains("\"calls\";r=1;t=1");
            assertThat(list(caller).statusCode()).isEqualTo(200);
            var refused = list(caller);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).contains("1");
            clock.advance(Duration.ofMillis(500));
            assertThat(list(caller).statusCode()).isEqualTo(200);
            assertThat(list(caller).statusCode()).isEqualTo(429);
            crm.perSecond(0, 1);
            assertThat(list(caller).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysWhenToComeAgainAsADate() throws Exception {
        CrmSettings.Limits limits = new CrmSettings.Limits(Duration.ZERO, 0.1, 1, true, 10);
        try (SandboxCrm crm = start(CrmSettings.defaults().limits(limits).clock(clock));
                Caller caller = new Caller(crm.url())) {
            list(caller);
            assertThat(list(caller).headers().firstValue("retry-after")).contains("Fri, 01 May 2026 12:00:10 GMT");
        }
    }

    private static SandboxCrm start(CrmSettings settings) {
        return SandboxCrm.start(settings);
    }

    private static HttpResponse<byte[]> list(Caller caller, String... headers) throws IOException {
        return caller.call("GET", "/v1/companies", "", headers);
    }

    private static HttpResponse<byte[]> token(Caller caller, String secret) throws IOException {
        return caller.post("/oauth/token", "grant_type=client_credentials&client_id=linkspan&client_secret=" + secret);
    }

    private static String bearer(HttpResponse<byte[]> answer) {
        return "Bearer " + json(answer).path("access_token").asString();
    }
}
