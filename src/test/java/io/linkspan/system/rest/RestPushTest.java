package io.linkspan.system.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.linkspan.system.Fault.Duplicate;
import io.linkspan.system.Fault.Limited;
import io.linkspan.system.Fault.Passing;
import io.linkspan.system.Fault.Refused;
import io.linkspan.system.Fault.Unavailable;
import io.linkspan.system.Fault.Unreachable;
import io.linkspan.system.Fault.Unsure;
import io.linkspan.system.Target.ItemResult.Accepted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestPushTest extends RestEdge {
    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void makesOneCallAndNoMoreWhateverTheAnswer(int status) {
        start(Map.of());
        CRM.stubFor(any(anyUrl()).willReturn(status(status).withHeader("Retry-After", "0")));

        fault(push(UPSERTING, fresh("C-1")));

        CRM.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void makesOneCallAndNoMoreWhenTheConnectionBreaks(Fault broken) {
        start(Map.of("~.crm.timeouts.call", "2s"));
        CRM.stubFor(any(anyUrl()).willReturn(aResponse().withFault(broken)));

        assertThat(fault(push(UPSERTING, fresh("C-1")))).isInstanceOf(Unsure.class);

        CRM.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void saysThatNothingWasSentWhereThereIsNoConnection() throws IOException {
        start(Map.of("~.crm.url", "http://127.0.0.1:" + unusedPort()));
        assertThat(fault(push(CREATING, fresh("C-1")))).isInstanceOf(Unreachable.class);
    }

    @Test
    void isHeldBackOnceTheBreakerIsOpenAndSaysForHowLong() throws IOException {
        start(Map.of("~.crm.url", "http://127.0.0.1:" + unusedPort()));
        for (int call = 0; call < 10; call++) {
            assertThat(fault(push(CREATING, fresh("C-1")))).isInstanceOf(Unreachable.class);
        }
        assertThat(fixture().systems().reachable("crm")).isFalse();
        assertThat(fault(push(CREATING, fresh("C-1")))).isInstanceOfSatisfying(Unavailable.class, held -> {
            assertThat(held.code()).isEqualTo("breaker-open");
            assertThat(held.retryAfter()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        });
    }

    @Test
    void isHeldBackByItsOwnRateLimitWithoutACall() {
        start(Map.of(
                "resilience4j.ratelimiter.instances.crm.limit-for-period", "1",
                "resilience4j.ratelimiter.instances.crm.limit-refresh-period", "1h",
                "resilience4j.ratelimiter.instances.crm.timeout-duration", "0s"));
        CRM.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":7}")));

        assertThat(push(UPSERTING, fresh("C-1"))).isEqualTo(new Accepted("7"));
        assertThat(fault(push(UPSERTING, fresh("C-2")))).isInstanceOf(Unavailable.class);

        CRM.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void restsBeforeItIsToldToOnceNothingIsLeft() {
        start(Map.of());
        CRM.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":7}").withHeader("RateLimit", "\"default\";r=0;t=600")));

        assertThat(push(UPSERTING, fresh("C-1"))).isEqualTo(new Accepted("7"));
        assertThat(fault(push(UPSERTING, fresh("C-2")))).isInstanceOfSatisfying(Limited.class, limited -> {
            assertThat(limited.code()).isEqualTo("limit-used-up");
            assertThat(limited.retryAfter()).isBetween(Duration.ofSeconds(590), Duration.ofSeconds(600));
        });

        CRM.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void looksUpBeforeItCreatesAndUpdatesWhatItFinds() {
        start(Map.of());
        CRM.stubFor(get(urlPathEqualTo("/companies")).willReturn(okJson("{\"items\":[{\"id\":9}]}")));
        CRM.stubFor(put(urlPathEqualTo("/companies/9")).willReturn(okJson("{}")));

        assertThat(push(LOOKING_UP, repeated("C-1"))).isEqualTo(new Accepted("9"));

        CRM.verify(0, postRequestedFor(anyUrl()));
        CRM.verify(1, putRequestedFor(urlEqualTo("/companies/9")));
    }

    @Test
    void callsTwoHitsAnErrorAndGuessesNothing() {
        start(Map.of());
        CRM.stubFor(get(urlPathEqualTo("/companies")).willReturn(okJson("{\"items\":[{\"id\":9},{\"id\":10}]}")));

        assertThat(fault(push(LOOKING_UP, fresh("C-1"))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("ambiguous-lookup"));

        CRM.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void createsAfterAnUpdateOfWhatIsNoLongerThere() {
        start(Map.of());
        CRM.stubFor(put(anyUrl()).willReturn(status(404)));
        CRM.stubFor(get(urlPathEqualTo("/companies")).willReturn(okJson("{\"items\":[]}")));
        CRM.stubFor(post("/companies").willReturn(okJson("{\"id\":\"12\"}")));

        assertThat(push(LOOKING_UP, item("C-1", "9", false))).isEqualTo(new Accepted("12"));
    }

    @Test
    void repeatsNoCreateWhereNothingCanTellARepeat() {
        start(Map.of());
        assertThat(fault(push(CREATING, repeated("C-1"))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("unsure-create"));
        CRM.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void repeatsACreateUnderItsKeyWhereTheSystemIsSaidToKnowIt() {
        start(Map.of("~.crm.idempotency-header", "Idempotency-Key"));
        CRM.stubFor(post("/companies").willReturn(okJson("{\"id\":\"12\"}")));

        assertThat(push(CREATING, repeated("C-1"))).isEqualTo(new Accepted("12"));

        CRM.verify(postRequestedFor(urlEqualTo("/companies"))
                .withHeader("Idempotency-Key", equalTo(keyOf("C-1").value())));
    }

    @Test
    void waitsWhileItsOwnEarlierTryIsStillInWork() {
        start(Map.of("~.crm.idempotency-header", "Idempotency-Key"));
        CRM.stubFor(post("/companies").willReturn(status(409)));

        assertThat(fault(push(CREATING, repeated("C-1")))).isInstanceOf(Passing.class);
        assertThat(fault(push(CREATING, fresh("C-2")))).isInstanceOf(Duplicate.class);
    }

    @Test
    void triesAgainWhatIsThereButCannotBeFoundYet() {
        start(Map.of());
        CRM.stubFor(get(urlPathEqualTo("/companies")).willReturn(okJson("{\"items\":[]}")));
        CRM.stubFor(post("/companies").willReturn(status(409)));

        assertThat(fault(push(LOOKING_UP, fresh("C-1")))).isInstanceOf(Passing.class);
    }

    @Test
    void isRefusedWhereTheSameKeyCameWithAnotherPayload() {
        start(Map.of("~.crm.idempotency-header", "Idempotency-Key"));
        CRM.stubFor(post("/companies").willReturn(status(422)));

        assertThat(fault(push(CREATING, repeated("C-1")))).isInstanceOf(Refused.class);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
