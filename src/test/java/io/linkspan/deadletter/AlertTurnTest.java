package io.linkspan.deadletter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.linkspan.ledger.TestDatabase;
import io.linkspan.ops.alert.AlertSettings;
import io.linkspan.ops.alert.Alerts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people hear of dead letters, and how often. */
class AlertTurnTest extends DeadFixture {
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
        turn.turn();
        die(envelope("C2", 1, "Bea"), refused("no"));
        turn.turn();
        assertThat(actions()).containsExactly("trigger");

        clock.move(Duration.ofMinutes(15));
        die(envelope("C3", 1, "Cem"), refused("no"));
        again().turn();
        turn.turn();
        assertThat(actions()).containsExactly("trigger", "trigger");
        assertThat(bodies().getLast()).contains("now 3 dead");

        letters.discard(query(null), "tests");
        turn.turn();
        turn.turn();
        assertThat(actions()).containsExactly("trigger", "trigger", "resolve");
        assertThat(bodies().stream().map(body -> body.replaceAll(".*\"dedup_key\":\"([^\"]+)\".*", "$1")))
                .allMatch(bodies().getFirst().replaceAll(".*\"dedup_key\":\"([^\"]+)\".*", "$1")::equals);
    }

    @Test
    void triesAgainWhatTheOtherSideDidNotTake() {
        answering(500);
        die(envelope("C1", 1, "Ann"), refused("no"));
        turn.turn();
        answering(202);

        turn.turn();
        turn.turn();

        assertThat(actions()).containsExactly("trigger", "trigger");
    }

    private AlertTurn again() {
        AlertSettings settings = new AlertSettings(
                Duration.ofMinutes(15),
                Duration.ofSeconds(5),
                null,
                new AlertSettings.PagerDuty("key", URI.create(world.baseUrl() + "/v2/enqueue")),
                null);
        return new AlertTurn(new AlertTable(database), Alerts.of(settings, clock), clock);
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
