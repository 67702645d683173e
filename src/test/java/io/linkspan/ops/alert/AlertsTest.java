package io.linkspan.ops.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.linkspan.testing.MovedClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages as the other sides receive them. */
@Timeout(30)
class AlertsTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final WireMockServer world =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final MovedClock clock = new MovedClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Alert alert =
            new Alert(Alert.Kind.TRIGGER, "f00d", "customers", "REFUSED", "name <too> long & more", 3, clock.instant());
    private Alerts alerts;

    @BeforeEach
    void start() {
        world.start();
        answering(200);
        alerts = waiting(Duration.ofSeconds(20));
    }

    private Alerts waiting(Duration timeout) {
        String signed = "whsec_" + Base64.getEncoder().encodeToString(SECRET);
        AlertSettings settings = new AlertSettings(
                Duration.ofMinutes(15),
                timeout,
                new AlertSettings.Slack(URI.create(world.baseUrl() + "/slack")),
                null,
                new AlertSettings.Webhook(URI.create(world.baseUrl() + "/hook"), signed));
        return Alerts.of(settings, clock, registry);
    }

    @AfterEach
    void stop() {
        world.stop();
    }

    @Test
    void writesToSlackWhatSlackShowsAsText() throws NotTold {
        alerts.tell("slack", alert);

        JsonNode body = JsonMapper.shared().readTree(received().getFirst().getBodyAsString());
        assertThat(body.path("text").asString())
                .isEqualTo(":rotating_light: [customers] 3 dead: REFUSED, name &lt;too&gt; long &amp; more");
    }

    @Test
    void signsAWebhookSoThatTheReceiverCanTellWhoSentItAndKnowsARepeat() throws Exception {
        alerts.tell("webhook", alert);
        clock.move(Duration.ofMinutes(1));
        alerts.tell("webhook", alert);

        LoggedRequest first = received().get(0);
        String signed = first.getHeader("webhook-id") + "." + first.getHeader("webhook-timestamp") + "."
                + first.getBodyAsString();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        assertThat(first.getHeader("webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(received().get(1).getHeader("webhook-id")).isEqualTo(first.getHeader("webhook-id"));
        assertThat(received().get(1).getHeader("webhook-timestamp")).isNotEqualTo(first.getHeader("webhook-timestamp"));
        JsonNode body = JsonMapper.shared().readTree(first.getBodyAsString());
        assertThat(body.path("type").asString()).isEqualTo("dead-letters.trigger");
        assertThat(body.at("/data/letters").asInt()).isEqualTo(3);
    }

    @Test
    void asksNobodyAnyMoreForAWhileWhoDidNotTakeFiveMessages() throws NotTold {
        answering(503);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> alerts.tell("slack", alert)).hasMessage("it answered with status 503");
        }

        assertThatThrownBy(() -> alerts.tell("slack", alert)).hasMessageContaining("breaker is open");
        assertThat(received()).hasSize(5);
        answering(200);
        alerts.tell("webhook", alert);
        assertThat(count("slack", "failed")).isEqualTo(6);
        assertThat(count("webhook", "sent")).isEqualTo(1);
        assertThat(count("webhook", "failed")).isZero();
    }

    @Test
    void waitsForNobodyLongerThanTheTimeout() {
        world.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
        long began = System.nanoTime();

        Alerts hasty = waiting(Duration.ofMillis(300));
        assertThatThrownBy(() -> hasty.tell("slack", alert)).hasMessageContaining("HttpTimeoutException");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    private void answering(int status) {
        world.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    private List<LoggedRequest> received() {
        return world.findAll(anyRequestedFor(anyUrl()));
    }

    private double count(String channel, String result) {
        return registry.get("linkspan.alerts")
                .tags("channel", channel, "result", result)
                .counter()
                .count();
    }
}
