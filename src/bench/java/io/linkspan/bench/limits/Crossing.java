package io.linkspan.bench.limits;

import io.linkspan.bench.site.CustomerFlow;
import io.linkspan.bench.site.Service;
import io.linkspan.bench.site.Site;
import io.linkspan.sandbox.ComparisonReport;
import io.linkspan.sandbox.SandboxComparison;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** A sandbox ERP and a sandbox CRM with Linkspan between them. */
final class Crossing implements AutoCloseable {
    private final SandboxErp erp;
    private final SandboxCrm crm;
    private final Service service;

    private Crossing(SandboxErp erp, SandboxCrm crm, Service service) {
        this.erp = erp;
        this.crm = crm;
        this.service = service;
    }

    static Crossing open(Site site, Path folder, ErpSettings from, CrmSettings to) throws IOException {
        SandboxErp erp = SandboxErp.start(from);
        SandboxCrm crm = SandboxCrm.start(to);
        return new Crossing(erp, crm, Service.start(site, folder, erp.soap(), crm.url()));
    }

    SandboxErp erp() {
        return erp;
    }

    SandboxCrm crm() {
        return crm;
    }

    Service service() {
        return service;
    }

    void flow(CustomerFlow flow) {
        service.flow(flow);
    }

    /** Waits until the CRM has so many records, and says how long after a moment of {@link System#nanoTime} that was. */
    double awaitCreated(long records, long since, Duration patience) {
        Awaitility.await(records + " records at the CRM")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> created() >= records);
        return (System.nanoTime() - since) / 1e9;
    }

    long created() {
        return crm.count("companies", "created");
    }

    /** Calls that came as far as the CRM, refused ones among them. */
    long calls() {
        return crm.journal().calls().entrySet().stream()
                .filter(call -> call.getKey().contains("/companies"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long answered(String status) {
        return crm.journal().answers().getOrDefault(status, 0L);
    }

    ComparisonReport compare() {
        return SandboxComparison.compare(erp.url(), crm.url());
    }

    @Override
    public void close() {
        service.close();
        crm.close();
        erp.close();
    }
}
