package io.linkspan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.linkspan.cli.remote.BackfillCommand;
import io.linkspan.cli.remote.FlowCommand;
import io.linkspan.cli.remote.ReconcileCommand;
import io.linkspan.sandbox.SandboxComparison;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.Customers;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code /api/v1/flows} and the commands that use it. */
class FlowsApiTest {
    private static final String KEY = "acting-key-of-24-characters-";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    private static final SandboxErp ERP =
            SandboxErp.start(ErpSettings.defaults().customers(30));
    private static final SandboxCrm CRM = SandboxCrm.start(CrmSettings.defaults());
    private static @Nullable ConfigurableApplicationContext service;
    private static String base = "";

    @BeforeAll
    static void start() {
        service = Linkspan.serve(
                Map.of(
                        "spring.profiles.active",
                        "demo",
                        "linkspan.data",
                        data,
                        "server.port",
                        0,
                        "demo.erp",
                        ERP.soap(),
                        "demo.crm",
                        CRM.url(),
                        "linkspan.admin.keys[0].name",
                        "night shift",
                        "linkspan.admin.keys[0].role",
                        "operator",
                        "linkspan.admin.keys[0].key",
                        KEY),
                new String[0]);
        base = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
        await().atMost(PATIENCE)
                .until(() -> SandboxComparison.compare(ERP.url(), CRM.url()).faithful());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        ERP.close();
        CRM.close();
    }

    @Test
    void pausesAFlowForAllToSeeAndResumesIt() {
        assertThat(call("POST", "/api/v1/flows/customers/pause", "{\"reason\":\"stock-taking\"}")
                        .body())
                .contains("PAUSED", "stock-taking", "night shift");
        assertThat(call("GET", "/api/v1/flows", "").body()).contains("PAUSED");
        assertThat(call("GET", "/actuator/health", "").body()).contains("paused by night shift");

        assertThat(call("POST", "/api/v1/flows/customers/resume", "").body()).doesNotContain("PAUSED");
        assertThat(call("GET", "/api/v1/flows/customers", "").body()).contains("\"heldBy\":null");
    }

    @Test
    void tellsWhatCannotBeAsAProblem() {
        assertThat(call("POST", "/api/v1/flows/nobody/pause", "").statusCode()).isEqualTo(404);
        assertThat(call("GET", "/api/v1/flows/nobody", "").body()).contains("nobody");
        HttpResponse<String> backwards = call(
                "POST",
                "/api/v1/flows/customers/backfills",
                "{\"from\":\"2025-02-01T00:00:00Z\",\"until\":\"2025-01-01T00:00:00Z\"}");
        assertThat(backwards.statusCode()).isEqualTo(422);
        assertThat(backwards.body()).contains("urn:linkspan:problem:backfill-refused", "must be before");
        assertThat(call("POST", "/api/v1/flows/customers/backfills", "{}").statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "/api/v1/flows/nobody/reconciliations", "{}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void reconcilesPausesAndFillsFromTheCommandLine() {
        String[] where = {"--url", base, "--key", KEY};
        await().atMost(PATIENCE).until(() -> ReconcileCommand.execute(and(where, "customers")) == 0);
        send("DELETE", CRM.url() + "/v1/companies/" + Customers.number(2), "");

        assertThat(ReconcileCommand.execute(and(where, "customers"))).isEqualTo(1);
        assertThat(ReconcileCommand.execute(and(where, "customers", "--heal"))).isZero();
        await().atMost(PATIENCE).until(() -> ReconcileCommand.execute(and(where, "customers")) == 0);

        assertThat(FlowCommand.execute(and(new String[] {"pause"}, "customers", "--url", base, "--key", KEY)))
                .isZero();
        assertThat(FlowCommand.execute(and(new String[] {"resume"}, "customers", "--url", base, "--key", KEY)))
                .isZero();
        assertThat(FlowCommand.execute(new String[] {"pause", "nobody", "--url", base, "--key", KEY}))
                .isEqualTo(1);
        assertThat(BackfillCommand.execute(and(where, "customers", "--from", "2025-01-01", "--until", "2025-01-02")))
                .isZero();
        await().atMost(PATIENCE)
                .until(() -> call("GET", "/api/v1/flows/customers/backfills", "")
                        .body()
                        .contains("\"DONE\""));
        assertThat(BackfillCommand.execute(and(where, "customers", "--from", "yesterday", "--until", "2025-01-02")))
                .isEqualTo(2);
    }

    private static String[] and(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static HttpResponse<String> call(String method, String path, String body) {
        return send(method, base + path, body);
    }

    private static HttpResponse<String> send(String method, String url, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .header("X-Api-Key", KEY)
                    .header("Content-Type", "application/json")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
