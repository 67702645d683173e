package io.linkspan.bench.pipeline;

import io.linkspan.bench.site.CpuUse;
import io.linkspan.bench.site.CustomerFlow;
import io.linkspan.bench.site.InstantTarget;
import io.linkspan.bench.site.Service;
import io.linkspan.bench.site.Site;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.awaitility.Awaitility;

/** From the ERP over the broker to the target: each flow brings all of the ERP's customers across once. */
final class WholeWay implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** As a flow has them that says nothing of them. */
    static final int PARTITIONS = 4;

    private static final int PAGE = 2000;
    private static final int BATCH = 500;

    private final Site site;
    private final SandboxErp erp;
    private final InstantTarget target;
    private final Service service;

    private WholeWay(Site site, SandboxErp erp, InstantTarget target, Service service) {
        this.site = site;
        this.erp = erp;
        this.target = target;
        this.service = service;
    }

    static WholeWay open(Site site, Path folder, int records) throws IOException {
        SandboxErp erp = SandboxErp.start(ErpSettings.defaults().customers(records));
        InstantTarget target = InstantTarget.start();
        Service service = Service.start(site, folder, erp.soap(), target.url());
        return new WholeWay(site, erp, target, service);
    }

    Service service() {
        return service;
    }

    /** The bytes of Linkspan's heap that are in use. */
    double heap() {
        return service.metric("jvm_memory_used_bytes", "area=\"heap\"");
    }

    /** Puts a flow in force and waits until every record is settled as delivered. */
    Measured run(String flow) {
        return run(flow, records -> {});
    }

    /** The same; {@code look} is told many times a second how many records have come to the target. */
    Measured run(String flow, LongConsumer look) {
        long records = erp.size();
        long before = target.records();
        long known = service.known(flow);
        erp.journal().clear();
        CpuUse cpu = CpuUse.of(site, service);
        service.flow(new CustomerFlow(flow, PAGE, "1d", BATCH, false));
        Awaitility.await("records at the target")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    long come = target.records() - before;
                    look.accept(come);
                    return come >= records;
                });
        Awaitility.await("records settled")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> service.settled(flow) == records);
        Instant end = Instant.now();
        Instant start = erp.journal().last().getFirst().at();
        Measured measured =
                new Measured(records, Duration.between(start, end).toMillis() / 1e3, cpu.microsEach(records));
        long sent = target.records() - before;
        long fresh = service.known(flow) - known;
        if (sent != records || fresh != records || service.dead() > 0) {
            throw new IllegalStateException(records + " records were read, " + sent + " sent, " + fresh
                    + " are new in the ledger, " + service.dead() + " are dead");
        }
        return measured;
    }

    @Override
    public void close() {
        service.close();
        target.close();
        erp.close();
    }
}
