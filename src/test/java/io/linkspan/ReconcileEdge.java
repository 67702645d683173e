package io.linkspan;

import static org.awaitility.Awaitility.await;

import io.linkspan.reconcile.Finding;
import io.linkspan.reconcile.Reconciliation;
import io.linkspan.reconcile.Reconciliations;
import io.linkspan.sandbox.SandboxComparison;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import io.linkspan.testing.RealPostgres;
import io.linkspan.testing.RealRabbit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox ERP and CRM, a real RabbitMQ and a real PostgreSQL, and the service between them. */
abstract class ReconcileEdge {
    static final int CUSTOMERS = 40;
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path data;

    final SandboxErp erp = SandboxErp.start(ErpSettings.defaults().customers(CUSTOMERS));
    final SandboxCrm crm = SandboxCrm.start(CrmSettings.defaults());
    Bridge bridge;
    Reconciliations reconciliations;

    /** The customers' flow file, as a test wants it. */
    abstract String flow(String customers);

    @BeforeEach
    void start() throws IOException {
        Path mappings = Files.createDirectory(data.resolve("mappings"));
        Files.writeString(
                mappings.resolve("customers.yaml"), flow(Files.readString(Path.of("mappings/customers.yaml"))));
        bridge = Bridge.start(Map.of(
                "spring.profiles.active", "demo",
                "linkspan.data", data.toString(),
                "linkspan.mappings", mappings.toString(),
                "demo.erp", erp.soap().toString(),
                "demo.crm", crm.url().toString(),
                "linkspan.broker.url", RealRabbit.shared().url().toString(),
                "linkspan.broker.prefix", RealRabbit.freshPrefix(),
                "linkspan.database.url", RealPostgres.shared().freshDatabase(),
                "linkspan.database.username", RealPostgres.shared().username(),
                "linkspan.database.password", RealPostgres.shared().password()));
        reconciliations = bridge.part(Reconciliations.class);
        awaitFaithful();
        await().atMost(PATIENCE).until(() -> reconcile(false, null).counts().nothing());
    }

    @AfterEach
    void stop() {
        bridge.close();
        erp.close();
        crm.close();
    }

    Reconciliation reconcile(boolean heal, @Nullable Integer deleteUpTo) {
        Reconciliation begun = reconciliations.begin("customers", heal, deleteUpTo, "ann");
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> reconciliations.find(begun.id()).orElseThrow(), run -> run.endedAt() != null);
    }

    List<String> findings(Reconciliation run) {
        return reconciliations.findings(run.id(), null, "", 100).stream()
                .map((Finding one) -> one.kind() + " " + one.key())
                .toList();
    }

    void awaitFaithful() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> SandboxComparison.compare(erp.url(), crm.url()).faithful());
    }

    static String text(String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static int call(String method, String url, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
