package io.linkspan.dolibarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.Bridge;
import io.linkspan.record.Outcome;
import io.linkspan.testing.RealRabbit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A flow between two systems we did not write, with no Java of its own: Dolibarr's recorded SOAP answers, through a real
 * RabbitMQ, to Dolibarr's own REST manners.
 */
class DolibarrFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LISTED = 1_200;
    private static final int RECORDED = 13;

    @TempDir
    Path data;

    private DolibarrSoapStub soap;
    private DolibarrRestStub rest;

    @BeforeEach
    void startStubs() throws IOException {
        soap = new DolibarrSoapStub();
        rest = new DolibarrRestStub();
    }

    @AfterEach
    void stopStubs() {
        soap.close();
        rest.close();
    }

    @Test
    void bringsThirdPartiesAcrossWithTheirNastyNamesIntact() {
        Bridge.during(properties("ws-key-local"), bridge -> {
            await().atMost(PATIENCE).until(() -> rest.parties().size() == RECORDED);
            await().atMost(PATIENCE).until(() -> soap.requests().size() > LISTED);
        });
        assertThat(party("ERP-000003").path("name").asString()).isEqualTo("Emoji 🚀🎉 Rocket 👩‍👩‍👧 Ltd.");
        assertThat(party("ERP-000001").path("name").asString()).isEqualTo("Zürcher & Söhne Nord \"GmbH\"");
        assertThat(party("ERP-000005").path("note_public").asString()).doesNotContain("<b>");
        assertThat(party("ERP-000003").path("zip").asString()).isEqualTo("02598");
    }

    @Test
    void updatesWhatIsThereAlreadyInsteadOfDoublingIt() {
        int known = rest.holds("ERP-000003", "entered by hand");
        Bridge.during(properties("ws-key-local"), bridge -> {
            await().atMost(PATIENCE).until(() -> rest.parties().size() == RECORDED);
            await().atMost(PATIENCE)
                    .until(() -> party("ERP-000003").path("name").asString().startsWith("Emoji"));
        });
        assertThat(rest.parties()).containsKey(known).hasSize(RECORDED);
        assertThat(rest.calls()).contains("PUT /api/index.php/thirdparties/" + known);
    }

    @Test
    void readsNothingAndSaysWhyWhenTheKeyIsWrong() {
        try (Bridge bridge = Bridge.start(properties("another-key"))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bridge.pullState("dolibarr-thirdparties"))
                            .contains("BAD_VALUE_FOR_SECURITY_KEY"));
            assertThat(bridge.outcomes()).isEmpty();
        }
        assertThat(rest.calls()).isEmpty();
    }

    @Test
    void leavesOutWhatIsGoneBetweenListAndDetail() {
        try (Bridge bridge = Bridge.start(properties("ws-key-local"))) {
            await().atMost(PATIENCE).until(() -> bridge.outcomes().size() == RECORDED);
            assertThat(bridge.outcomes()).allMatch(Outcome.Delivered.class::isInstance);
        }
    }

    private JsonNode party(String refExt) {
        return rest.parties().values().stream()
                .filter(party -> party.path("ref_ext").asString("").equals(refExt))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no third party " + refExt));
    }

    private Map<String, Object> properties(String key) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("linkspan.data", data.toString());
        properties.put("linkspan.flows", "dolibarr-thirdparties");
        properties.put("linkspan.broker.url", RealRabbit.shared().url().toString());
        properties.put("linkspan.broker.prefix", RealRabbit.freshPrefix());
        properties.put("linkspan.systems.dolibarr-erp.protocol", "soap");
        properties.put("linkspan.systems.dolibarr-erp.url", soap.url().toString());
        properties.put("linkspan.systems.dolibarr-erp.values.key", key);
        properties.put("linkspan.systems.dolibarr-erp.values.login", "admin");
        properties.put("linkspan.systems.dolibarr-erp.values.password", "admin-local-only");
        properties.put("linkspan.systems.dolibarr.protocol", "rest");
        properties.put("linkspan.systems.dolibarr.url", rest.url().toString());
        properties.put("linkspan.systems.dolibarr.auth.kind", "api-key");
        properties.put("linkspan.systems.dolibarr.auth.header", "DOLAPIKEY");
        properties.put("linkspan.systems.dolibarr.auth.key", "api-key-local-0001");
        properties.put("linkspan.systems.dolibarr.idempotency-header", "");
        properties.put("linkspan.systems.dolibarr.quotes", "double");
        return properties;
    }
}
