package io.linkspan.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.system.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OAuth 2.0 client credentials, RFC 6749, section 4.4. */
class OAuthTest extends RestEdge {
    @Test
    void fetchesOneTokenForManyCalls() {
        token("Started", "t-1");
        CRM.stubFor(put(anyUrl()).willReturn(okJson("{\"id\":1}")));
        start("header");

        assertAccepted(push(UPSERTING, fresh("C1")), "1");
        assertAccepted(push(UPSERTING, fresh("C2")), "1");

        CRM.verify(
                1,
                postRequestedFor(urlEqualTo("/token"))
                        .withRequestBody(containing("grant_type=client_credentials"))
                        .withRequestBody(containing("scope=crm.write"))
                        .withHeader("Authorization", equalTo("Basic YnJpZGdlOnMzY3JldA==")));
        CRM.verify(2, putRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t-1")));
    }

    @Test
    void putsTheClientsCredentialsIntoTheBodyWhereAsked() {
        token("Started", "t-1");
        CRM.stubFor(put(anyUrl()).willReturn(okJson("{\"id\":1}")));
        start("body");

        assertAccepted(push(UPSERTING, fresh("C1")), "1");

        CRM.verify(postRequestedFor(urlEqualTo("/token"))
                .withRequestBody(containing("client_id=bridge"))
                .withRequestBody(containing("client_secret=s3cret")));
    }

    @Test
    void getsAnotherTokenOnceWhenOneIsRefused() {
        token("Started", "t-1");
        token("second", "t-2");
        CRM.stubFor(put(anyUrl()).willReturn(okJson("{\"id\":1}")));
        CRM.stubFor(put(anyUrl())
                .withHeader("Authorization", equalTo("Bearer t-1"))
                .willReturn(aResponse().withStatus(401)));
        start("header");

        assertAccepted(push(UPSERTING, fresh("C1")), "1");

        CRM.verify(2, putRequestedFor(anyUrl()));
    }

    @Test
    void aRefusedClientIsAPersonsBusinessAndNotTheRecords() {
        CRM.stubFor(post("/token")
                .willReturn(okJson("{\"error\":\"invalid_client\",\"error_description\":\"who are you\"}")
                        .withStatus(401)));
        start("header");

        Fault.Misconfigured wrong = fault(push(UPSERTING, fresh("C1")), Fault.Misconfigured.class);

        assertThat(wrong.detail())
                .contains("invalid_client")
                .contains("who are you")
                .doesNotContain("s3cret");
        CRM.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void aTokenEndpointInTroublePasses() {
        CRM.stubFor(post("/token").willReturn(aResponse().withStatus(503)));
        start("header");

        fault(push(UPSERTING, fresh("C1")), Fault.Passing.class);
    }

    private void start(String clientIn) {
        start(Map.of(
                "~.crm.auth.kind",
                "oauth2",
                "~.crm.auth.token-url",
                CRM.url("/token"),
                "~.crm.auth.client-id",
                "bridge",
                "~.crm.auth.client-secret",
                "s3cret",
                "~.crm.auth.scopes",
                "crm.write",
                "~.crm.auth.client-in",
                clientIn));
    }

    private static void token(String state, String token) {
        CRM.stubFor(post("/token")
                .inScenario("tokens")
                .whenScenarioStateIs(state)
                .willSetStateTo("second")
                .willReturn(
                        okJson("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}")));
    }
}
