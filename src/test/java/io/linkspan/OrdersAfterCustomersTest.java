package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.record.Outcome;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.Order;
import io.linkspan.sandbox.erp.SandboxErp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped orders refer to customers of another flow: they wait until these are there, however long, and are not dead. */
class OrdersAfterCustomersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ORDERS = 60;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path data;

    private SandboxErp erp;
    private SandboxCrm crm;

    @BeforeEach
    void startSandbox() {
        erp = SandboxErp.start(ErpSettings.defaults().house(new ErpSettings.House(7, 40, ORDERS, 0, null)));
        crm = SandboxCrm.start(CrmSettings.defaults());
    }

    @AfterEach
    void stopSandbox() {
        erp.close();
        crm.close();
    }

    @Test
    void ordersWaitForTheirCustomersAndThenArriveWithTheCrmsOwnIds() throws Exception {
        try (Bridge bridge = Bridge.start(flows("orders"))) {
            await().atMost(PATIENCE)
                    .until(() -> bridge.outcomes().stream()
                                    .filter(Outcome.Deferred.class::isInstance)
                                    .count()
                            >= ORDERS);
            assertThat(bridge.outcomes())
                    .allMatch(outcome -> outcome instanceof Outcome.Retry || outcome instanceof Outcome.Deferred);
        }
        assertThat(crm.count("deals", "created")).isZero();

        try (Bridge bridge = Bridge.start(flows("customers,orders"))) {
            await().atMost(PATIENCE).until(() -> crm.count("deals", "created") == ORDERS);
            assertThat(bridge.outcomes()).noneMatch(Outcome.Dead.class::isInstance);
        }
        for (int i = 1; i <= ORDERS; i++) {
            Order order = erp.order("A-%08d".formatted(i)).orElseThrow();
            assertThat(crm.content("deals", order.number()).orElseThrow().get("companyId"))
                    .isEqualTo(company(order.customer()).get("id"));
        }
    }

    private JsonNode company(String externalId) throws Exception {
        URI address = crm.url().resolve("/v1/companies/" + externalId);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JSON.readTree(
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }

    private Map<String, Object> flows(String flows) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.profiles.active", "demo");
        properties.put("linkspan.data", data.toString());
        properties.put("linkspan.flows", flows);
        properties.put("demo.erp", erp.soap().toString());
        properties.put("demo.crm", crm.url().toString());
        return properties;
    }
}
