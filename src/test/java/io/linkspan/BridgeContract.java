package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.record.Outcome;
import io.linkspan.sandbox.ComparisonReport;
import io.linkspan.sandbox.SandboxComparison;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.Customers;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import io.linkspan.sandbox.fault.FaultKind;
import io.linkspan.sandbox.fault.FaultRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's promise, the same wherever it runs: a sandbox ERP and CRM, and the whole service between them. */
abstract class BridgeContract {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path data;

    private SandboxErp erp;
    private SandboxCrm crm;

    /** Where broker and ledger are. */
    abstract Map<String, Object> home(Path data);

    @BeforeEach
    void startSandbox() {
        erp = SandboxErp.start(ErpSettings.defaults().customers(600));
        crm = SandboxCrm.start(CrmSettings.defaults());
    }

    @AfterEach
    void stopSandbox() {
        erp.close();
        crm.close();
    }

    @Test
    void bringsEveryCustomerAcrossOnceThroughFaults() {
        crm.play(FaultRule.of(FaultKind.UNAVAILABLE).on("batch").next(2));
        crm.play(FaultRule.of(FaultKind.LIMITED).on("batch").next(1).retryAfter(Duration.ofSeconds(1)));
        crm.play(FaultRule.of(FaultKind.RESET_AFTER).on("batch").next(2));
        try (Bridge bridge = Bridge.start(properties())) {
            awaitFaithful();
            assertThat(bridge.outcomes()).noneMatch(Outcome.Dead.class::isInstance);
            assertThat(report().repeated()).isEmpty();
        }
    }

    @Test
    void sendsNothingAgainAfterARestartAndThenOnlyWhatChanged() {
        Bridge.during(properties(), bridge -> awaitFaithful());
        long before = applied();
        erp.mutate(20);
        Bridge.during(properties(), bridge -> {
            awaitFaithful();
            assertThat(applied() - before).isBetween(1L, 20L);
        });
    }

    @Test
    void setsAsideWhatTheCrmRefusesAndDeliversTheRecordsBesideIt() {
        crm.play(FaultRule.of(FaultKind.REFUSED_RECORD).record(numberOf(3)));
        try (Bridge bridge = Bridge.start(properties())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(report().lost()).containsExactly(numberOf(3)));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bridge.outcomes())
                            .filteredOn(Outcome.Dead.class::isInstance)
                            .hasSize(1));
        }
    }

    private long applied() {
        return crm.count("companies", "created") + crm.count("companies", "updated");
    }

    private static String numberOf(int place) {
        return Customers.number(place);
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(home(data));
        properties.put("spring.profiles.active", "demo");
        properties.put("linkspan.data", data.toString());
        properties.put("demo.erp", erp.soap().toString());
        properties.put("demo.crm", crm.url().toString());
        return properties;
    }

    private void awaitFaithful() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(report().faithful())
                        .as(() -> report().summary())
                        .isTrue());
    }

    private ComparisonReport report() {
        return SandboxComparison.compare(erp.url(), crm.url());
    }
}
