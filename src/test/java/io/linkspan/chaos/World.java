package io.linkspan.chaos;

import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything around the replicas. The ERP's clock can be set wrong. */
final class World implements AutoCloseable {
    /** Of a thousand customers, so many begin in a state that no CRM can take. */
    static final int POISON = 6;

    private final long seed;
    private final SkewedClock clock = new SkewedClock();
    private final Servers servers = new Servers();
    private final FlowFiles flows;
    private final SandboxErp erp;
    private final SandboxCrm keyed;
    private final SandboxCrm keyless;

    World(long seed, int customers, Path out) {
        this.seed = seed;
        this.flows = new FlowFiles(out.resolve("mappings"), Path.of("mappings/customers.yaml"));
        this.erp = SandboxErp.start(ErpSettings.defaults()
                .house(new ErpSettings.House(seed, customers, 0, POISON, null))
                .clock(clock));
        this.keyed = SandboxCrm.start(CrmSettings.defaults());
        this.keyless = SandboxCrm.start(CrmSettings.defaults()
                .manners(new CrmSettings.Manners(false, false, "idempotencyKey", "sourceVersion", "X-Correlation-Id")));
    }

    long seed() {
        return seed;
    }

    SkewedClock clock() {
        return clock;
    }

    Servers servers() {
        return servers;
    }

    FlowFiles flows() {
        return flows;
    }

    SandboxErp erp() {
        return erp;
    }

    /** The CRM of a flow. */
    SandboxCrm crm(String flow) {
        return flow.equals(FlowFiles.KEYED) ? keyed : keyless;
    }

    /** From now on nothing goes wrong at the three systems. */
    void behave() {
        erp.behave();
        keyed.behave();
        keyless.behave();
        clock.skewMillis(0);
    }

    /** What each replica is told on its command line: everything waits less than it would in production. */
    List<String> settings() {
        List<String> all = new ArrayList<>(servers.settings());
        all.addAll(List.of(Operator.settings()));
        all.addAll(List.of(
                "--spring.profiles.active=production",
                "--server.address=127.0.0.1",
                "--linkspan.mappings=" + flows.folder().toAbsolutePath(),
                "--linkspan.look=500ms",
                "--linkspan.systems.erp.protocol=soap",
                "--linkspan.systems.erp.url=" + erp.soap(),
                "--linkspan.systems.erp.timeouts.call=3s",
                "--linkspan.systems.crm.protocol=rest",
                "--linkspan.systems.crm.url=" + keyed.url(),
                "--linkspan.systems.crm.timeouts.call=2s",
                "--linkspan.systems.other.protocol=rest",
                "--linkspan.systems.other.url=" + keyless.url(),
                "--linkspan.systems.other.idempotency-header=",
                "--linkspan.systems.other.timeouts.call=2s",
                "--linkspan.database.connections=6",
                "--linkspan.broker.retry-tiers=300ms,1s,2s,4s,8s",
                "--linkspan.broker.confirm-timeout=5s",
                "--linkspan.broker.backoff=100ms",
                "--linkspan.broker.longest-backoff=2s",
                "--linkspan.broker.hold-at-most=20s",
                "--resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=2s"));
        return all;
    }

    @Override
    public void close() {
        erp.close();
        keyed.close();
        keyless.close();
        servers.close();
    }
}
