package io.linkspan.deadletter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.linkspan.ledger.Leases;
import io.linkspan.ledger.TestDatabase;
import io.linkspan.ops.alert.AlertSettings;
import io.linkspan.ops.alert.Alerts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people hear of dead letters, and how often. */
class AlertTurnTest extends DeadFixture {
    private static final String CHANNEL = "pagerduty";

    private final WireMockServer world =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private AlertTurn turn;

    AlertTurnTest() {
        super(TestDatabase.h2(), new PayloadKeys(List.of()));
    }

    @BeforeEach
    void start() {
        world.start();
        answering(202);
        turn = again();
    }

    @AfterEach
    void stop() {
        world.stop();
    }

    @Test
    void tellsTheFirstAtOnceTheOthersAfterTheWindowAndTheEnd() {
        die(envelope("C1", 1, "Ann"), refused("no"));
        turn.turn(CHANNEL, () -> true);
        die(envelope("C2", 1, "Bea"), refused("no"));
        turn.turn(CHANNEL, () -> true);
        assertThat(actions()).containsExactly("trigger");

        clock.move(Duration.ofMinutes(15));
        die(envelope("C3", 1, "Cem"), refused("no"));
        again().turn(CHANNEL, () -> true);
        turn.turn(CHANNEL, () -> true);
        assertThat(actions()).containsExactly("trigger", "trigger");
        assertThat(bodies().getLast()).contains("now 3 dead");

        letters.discard(query(null), "tests");
        turn.turn(CHANNEL, () -> true);
        turn.turn(CHANNEL, () -> true);
        assertThat(actions()).containsExactly("trigger", "trigger", "resolve");
        assertThat(bodies().stream().map(body -> body.replaceAll(".*\"dedup_key\":\"([^\"]+)\".*", "$1")))
                .allMatch(bodies().getFirst().replaceAll(".*\"dedup_key\":\"([^\"]+)\".*", "$1")::equals);
    }

    @Test
    void triesAgainWhatTheOtherSideDidNotTake() {
        answering(500);
        die(envelope("C1", 1, "Ann"), refused("no"));
        turn.turn(CHANNEL, () -> true);
        answering(202);

        turn.turn(CHANNEL, () -> true);
        turn.turn(CHANNEL, () -> true);

        assertThat(actions()).containsExactly("trigger", "trigger");
    }

    @Test
    void saysEverythingOnceWhenTwoReplicasLook() {
        AlertWork first = work(turn);
        AlertWork second = work(again());
        first.start();
        second.start();
        try {
            die(envelope("C1", 1, "Ann"), refused("no"));
            await().atMost(Duration.ofSeconds(20)).until(() -> !actions().isEmpty());
            first.stop();
            letters.discard(query(null), "tests");
            await().atMost(Duration.ofSeconds(20)).until(() -> actions().contains("resolve"));
            await().during(Duration.ofSeconds(2)).until(() -> actions().size() == 2);
        } finally {
            first.stop();
            second.stop();
        }
    }

    @Test
    void aChannelThatDoesNotAnswerDelaysNoOther() {
        world.stubFor(any(urlEqualTo("/slow")).willReturn(aResponse().withFixedDelay(60_000)));
        AlertSettings settings = new AlertSettings(
                Duration.ofMinutes(15),
                Duration.ofSeconds(30),
                new AlertSettings.Slack(URI.create(world.baseUrl() + "/slow")),
                new AlertSettings.PagerDuty("key", URI.create(world.baseUrl() + "/v2/enqueue")),
                new AlertSettings.Webhook(URI.create(world.baseUrl() + "/slow"), null));
        die(envelope("C1", 1, "Ann"), refused("no"));
        AlertWork work = work(
                new AlertTurn(new AlertTable(database), Alerts.of(settings, clock, new SimpleMeterRegistry()), clock));
        work.start();
        try {
            await().atMost(Duration.ofSeconds(15)).until(() -> actions().equals(List.of("trigger")));
        } finally {
            work.stop();
        }
    }

    private AlertWork work(AlertTurn by) {
        Leases leases = new Leases(database, clock);
        return new AlertWork(by, leases, "replica/" + UUID.randomUUID());
    }

    private AlertTurn again() {
        AlertSettings settings = new AlertSettings(
                Duration.ofMinutes(15),
                Duration.ofSeconds(5),
                null,
                new AlertSettings.PagerDuty("key", URI.create(world.baseUrl() + "/v2/enqueue")),
                null);
        return new AlertTurn(new AlertTable(database), Alerts.of(settings, clock, new SimpleMeterRegistry()), clock);
    }

    private void answering(int status) {
        world.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    private List<String> bodies() {
        return world.findAll(postRequestedFor(urlEqualTo("/v2/enqueue"))).stream()
                .map(request -> request.getBodyAsString())
                .toList();
    }

    private List<String> actions() {
        return bodies().stream()
                .map(body -> body.replaceAll(".*\"event_action\":\"([^\"]+)\".*", "$1"))
                .toList();
    }
}
