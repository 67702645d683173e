package io.linkspan.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.system.Fault.Limited;
import io.linkspan.system.Fault.Passing;
import io.linkspan.system.Fault.Refused;
import io.linkspan.system.Fault.Unsure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestUpsertTest extends RestEdge {
    @Test
    void sendsTheRecordWithItsKeyAndIdsAndTakesTheTargetsId() {
        CRM.stubFor(put(anyUrl()).willReturn(okJson("{\"id\":4711}")));
        start(Map.of());

        assertAccepted(push(UPSERTING, item("C 1/ü?", null, false)), "4711");

        CRM.verify(putRequestedFor(urlEqualTo("/companies/C%201%2F%C3%BC%3F"))
                .withHeader("Idempotency-Key", equalTo(keyOf("C 1/ü?").value()))
                .withHeader("X-Correlation-Id", equalTo(context.correlationId().value()))
                .withHeader("traceparent", matching("00-" + context.trace().traceId() + "-[0-9a-f]{16}-01"))
                .withHeader("Content-Type", matching("application/json.*"))
                .withRequestBody(equalToJson("{\"ref\":\"C 1/ü?\"}")));
    }

    @Test
    void namesTheHeadersAsConfigured() {
        CRM.stubFor(put(anyUrl()).willReturn(okJson("{\"id\":1}")));
        start(Map.of(
                "~.crm.correlation-header",
                "X-Request-Id",
                "~.crm.idempotency-header",
                "X-Idem",
                "~.crm.headers.X-Api",
                "v2"));

        assertAccepted(push(UPSERTING, fresh("C1")), "1");

        CRM.verify(putRequestedFor(anyUrl())
                .withHeader("X-Request-Id", equalTo(context.correlationId().value()))
                .withHeader("X-Idem", equalTo(keyOf("C1").value()))
                .withHeader("X-Api", equalTo("v2"))
                .withoutHeader("Idempotency-Key"));
    }

    @Test
    void whatIsRefusedNamesTheFieldAndWhatTheTargetSaid() {
        CRM.stubFor(put(anyUrl())
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"error\":{\"message\":\"too long\",\"field\":\"name\"}}")));
        start(Map.of("~.crm.faults.message", "error.message", "~.crm.faults.field", "error.field"));

        Refused refused = fault(push(UPSERTING, fresh("C1")), Refused.class);

        assertThat(refused.code()).isEqualTo("http-400");
        assertThat(refused.detail()).contains("too long");
        assertThat(refused.field()).isEqualTo("name");
    }

    @Test
    void passingTroubleTellsWhenToComeAgain() {
        CRM.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Retry-After", "7")));
        start(Map.of());

        assertThat(fault(push(UPSERTING, fresh("C1")), Passing.class).retryAfter())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aRateLimitIsNoFaultOfTheRecord() {
        CRM.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "2")));
        start(Map.of());

        assertThat(fault(push(UPSERTING, fresh("C1")), Limited.class).retryAfter())
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anErrorInsideTheTargetMayHaveComeAfterTheChange() {
        CRM.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(500)));
        start(Map.of());

        fault(push(UPSERTING, fresh("C1")), Unsure.class);
    }

    @Test
    void aTargetThatDoesNotAnswerInTimeLeavesUnsure() {
        CRM.stubFor(put(anyUrl()).willReturn(aResponse().withFixedDelay(2_000)));
        start(Map.of("~.crm.timeouts.call", "200ms"));

        fault(push(UPSERTING, fresh("C1")), Unsure.class);
    }
}
