package io.linkspan.demo;

import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import io.linkspan.sandbox.fault.FaultKind;
import io.linkspan.sandbox.fault.FaultRule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The two systems the demo bridges. What they hold survives the process, so that a killed demo can be gone on with. */
record DemoWorld(SandboxErp erp, SandboxCrm crm) implements AutoCloseable {
    private static final double CHANGES_PER_SECOND = 2;
    private static final int NEW_PERCENT = 10;

    static DemoWorld start(DemoOptions options) {
        Path kept = options.data.resolve("sandbox");
        SandboxErp erp = SandboxErp.start(
                ErpSettings.defaults().customers(options.customers).keptIn(kept.resolve("erp-changes.log")));
        SandboxCrm crm = SandboxCrm.start(CrmSettings.defaults().keptIn(kept.resolve("crm.log")));
        if (!options.noFaults) {
            lightFaults(crm);
        }
        return new DemoWorld(erp, crm);
    }

    /** What a CRM does on a normal bad day. */
    private static void lightFaults(SandboxCrm crm) {
        crm.play(FaultRule.of(FaultKind.UNAVAILABLE).on("batch").chance(0.05));
        crm.play(FaultRule.of(FaultKind.LIMITED).on("batch").chance(0.03).retryAfter(Duration.ofSeconds(1)));
        crm.play(FaultRule.of(FaultKind.RESET_AFTER).on("batch").chance(0.03));
        crm.play(FaultRule.of(FaultKind.NO_ANSWER).on("batch").next(1).delay(Duration.ofSeconds(10)));
    }

    /** From now on customers change. */
    void livelyErp() {
        erp.rate(CHANGES_PER_SECOND, NEW_PERCENT);
    }

    static String whereToLook(URI service, DemoWorld world) {
        return """

                Linkspan is running. Look at
                  health     %1$s/actuator/health
                  metrics    %1$s/actuator/prometheus
                  the ERP    %2$s?wsdl
                  the CRM    %3$s/v1/companies
                Edit mappings/customers.yaml while it runs: a saved file takes effect at once, a broken one is refused with its
                line and column, and the last good version goes on. Stop with Ctrl-C.
                """.formatted(service, world.erp().soap(), world.crm().url());
    }

    @Override
    public void close() {
        crm.close();
        erp.close();
    }
}
