package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.flow.FlowRegistry;
import io.linkspan.sandbox.SandboxComparison;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;

/** A flow file is saved while the service runs. */
class HotReloadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void refusesABrokenFileInHealthAndMetricsWhileTheVersionBeforeDelivers() throws IOException {
        Path file = folder.resolve("mappings/customers.yaml");
        Files.createDirectories(file.getParent());
        String good = Files.readString(Path.of("mappings/customers.yaml")).replaceFirst("(?s)\nexamples:.*", "\n");
        Files.writeString(file, good);
        try (SandboxErp erp = SandboxErp.start(ErpSettings.defaults().customers(40));
                SandboxCrm crm = SandboxCrm.start(CrmSettings.defaults());
                Bridge bridge = Bridge.start(Map.of(
                        "spring.profiles.active", "demo",
                        "linkspan.data", folder.resolve("data"),
                        "linkspan.mappings", file.getParent(),
                        "demo.erp", erp.soap(),
                        "demo.crm", crm.url()))) {
            awaitFaithful(erp, crm);

            Files.writeString(file, good.replace("date: yyyyMMdd", "dat: yyyyMMdd"));

            await().untilAsserted(() -> assertThat(refusedFiles(bridge)).isEqualTo(1));
            assertThat(flowsHealth(bridge))
                    .contains("customers.yaml:" + lineOf("date: yyyyMMdd", good)
                            + ":35 there is no function or option 'dat'")
                    .contains("inForce={customers=version ");
            erp.mutate(10);
            awaitFaithful(erp, crm);

            Files.writeString(file, good.replace("upsert: PUT", "upsert:  PUT"));

            await().untilAsserted(() -> assertThat(refusedFiles(bridge)).isZero());
            assertThat(bridge.part(FlowRegistry.class).refused()).isEmpty();
            assertThat(reloads(bridge, "refused")).isEqualTo(1);
            assertThat(reloads(bridge, "in-force")).isEqualTo(1);
            erp.mutate(10);
            awaitFaithful(erp, crm);
        }
    }

    private static long lineOf(String part, String text) {
        return 1
                + text.substring(0, text.indexOf(part))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static double refusedFiles(Bridge bridge) {
        return bridge.part(MeterRegistry.class)
                .get("linkspan.flow.refused")
                .gauge()
                .value();
    }

    private static double reloads(Bridge bridge, String outcome) {
        return bridge.part(MeterRegistry.class)
                .get("linkspan.flow.reloads")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static String flowsHealth(Bridge bridge) {
        return bridge.part(HealthEndpoint.class).healthForPath("flows") instanceof IndicatedHealthDescriptor health
                ? String.valueOf(health.getDetails())
                : "";
    }

    private static void awaitFaithful(SandboxErp erp, SandboxCrm crm) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                SandboxComparison.compare(erp.url(), crm.url()).faithful())
                        .isTrue());
    }
}
