package io.linkspan.sandbox;

import io.linkspan.sandbox.crm.CrmAccess;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.crm.SandboxCrm;
import io.linkspan.sandbox.erp.ErpAccess;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.erp.SandboxErp;
import io.linkspan.sandbox.fault.FaultRuleJson;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Both systems as a process of their own, until it is stopped. Prints their addresses once they listen. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a small ERP and a small CRM that behave, misbehave and count.")
public final class SandboxMain implements Callable<Integer> {
    @Option(names = "--host", defaultValue = "127.0.0.1", description = "where both listen (${DEFAULT-VALUE})")
    private String host = "";

    @Option(names = "--erp-port", defaultValue = "8081", description = "the ERP's port, 0 for any (${DEFAULT-VALUE})")
    private int erpPort;

    @Option(names = "--crm-port", defaultValue = "8082", description = "the CRM's port, 0 for any (${DEFAULT-VALUE})")
    private int crmPort;

    @Option(names = "--data", description = "a folder in which changes and records survive a restart")
    private @Nullable Path data;

    @Option(names = "--seed", defaultValue = "1", description = "tells one house from another (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--customers", defaultValue = "2000", description = "in the beginning (${DEFAULT-VALUE})")
    private int customers;

    @Option(names = "--orders", defaultValue = "1000", description = "in the beginning (${DEFAULT-VALUE})")
    private int orders;

    @Option(names = "--poison", defaultValue = "0", description = "customers of a thousand that no CRM can take")
    private int poison;

    @Option(names = "--changes", defaultValue = "0", description = "customers touched a second (${DEFAULT-VALUE})")
    private double changes;

    @Option(names = "--new", defaultValue = "10", description = "new ones of a hundred touched (${DEFAULT-VALUE})")
    private int newPercent;

    @Option(names = "--erp-skew", defaultValue = "PT0S", description = "how far the ERP's clock is ahead, as PT1H")
    private Duration skew = Duration.ZERO;

    @Option(names = "--erp-user", description = "asks for HTTP Basic with this user and --erp-password")
    private @Nullable String erpUser;

    @Option(names = "--erp-password", defaultValue = "", description = "the password of --erp-user")
    private String erpPassword = "";

    @Option(names = "--crm-key", description = "asks for this key in X-Api-Key")
    private @Nullable String crmKey;

    @Option(names = "--crm-latency", defaultValue = "PT0S", description = "what every call costs, as PT0.1S")
    private Duration latency = Duration.ZERO;

    @Option(names = "--crm-limit", defaultValue = "0", description = "calls a second before 429; 0 for no limit")
    private double limit;

    @Option(names = "--crm-digests", description = "keeps digests of what it was sent, not the content")
    private boolean digests;

    @Option(names = "--crm-keyless", description = "counts idempotency keys, but does not honour them")
    private boolean keyless;

    @Option(names = "--erp-fault", description = "a rule as JSON: {\"kind\":\"soap-fault\",\"chance\":0.05}")
    private List<String> erpFaults = List.of();

    @Option(
            names = "--crm-fault",
            description = "a rule as JSON: {\"kind\":\"no-answer\",\"next\":3,\"delay\":\"PT5S\"}")
    private List<String> crmFaults = List.of();

    private SandboxMain() {}

    /** Runs until the process is stopped; exits 2 where it was called wrongly. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SandboxMain()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try (SandboxErp erp = SandboxErp.start(erpSettings());
                SandboxCrm crm = SandboxCrm.start(crmSettings())) {
            erpFaults.forEach(rules -> FaultRuleJson.read(rules).forEach(erp::play));
            crmFaults.forEach(rules -> FaultRuleJson.read(rules).forEach(crm::play));
            System.out.println("erp " + erp.soap());
            System.out.println("crm " + crm.url());
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException wrong) {
            System.err.println("sandbox: " + wrong.getMessage());
        }
        return 2;
    }

    private ErpSettings erpSettings() {
        ErpSettings plain = ErpSettings.defaults();
        Path file = data == null ? null : data.resolve("erp.changes");
        return plain.address(new InetSocketAddress(host, erpPort))
                .house(new ErpSettings.House(seed, customers, orders, poison, file))
                .pace(new ErpSettings.Pace(
                        changes,
                        newPercent,
                        Duration.ZERO,
                        plain.pace().resolution(),
                        plain.pace().largestPage()))
                .clock(Clock.offset(Clock.systemUTC(), skew))
                .access(erpUser == null ? ErpAccess.OPEN : new ErpAccess(ErpAccess.Kind.BASIC, erpUser, erpPassword));
    }

    private CrmSettings crmSettings() {
        CrmSettings plain = CrmSettings.defaults();
        CrmSettings.Manners manners = plain.manners();
        return plain.address(new InetSocketAddress(host, crmPort))
                .perSecond(limit)
                .latency(latency)
                .access(crmKey == null ? new CrmAccess.Open() : new CrmAccess.ApiKey("X-Api-Key", crmKey))
                .store(new CrmSettings.Store(!digests, data == null ? null : data.resolve("crm.records")))
                .manners(new CrmSettings.Manners(
                        !keyless,
                        manners.uniqueExternalIds(),
                        manners.itemKey(),
                        manners.versionField(),
                        manners.correlationHeader()));
    }
}
