package io.linkspan.bench.limits;

import io.linkspan.bench.site.CustomerFlow;
import io.linkspan.bench.site.Site;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.erp.ErpSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** {@code bench nightly}: a night's records for a target that takes 100 ms for a call, one by one and in batches. */
public final class Nightly {
    private static final int RECORDS = 10_000;
    private static final Duration A_CALL = Duration.ofMillis(100);
    private static final int BATCH = 100;

    private Nightly() {}

    /** Runs both; false where something did not arrive as it should. */
    public static boolean run(Path folder) throws IOException {
        try (Site site = Site.open()) {
            boolean batches = once(site, folder, BATCH);
            boolean singles = once(site, folder, 1);
            return batches && singles;
        }
    }

    private static boolean once(Site site, Path folder, int batch) throws IOException {
        String name = "nightly-" + batch;
        try (Crossing crossing = Crossing.open(
                site,
                folder.resolve(name),
                ErpSettings.defaults().customers(RECORDS),
                CrmSettings.defaults().latency(A_CALL))) {
            long start = System.nanoTime();
            crossing.flow(new CustomerFlow(name, 500, "1d", batch, true));
            double seconds = crossing.awaitCreated(RECORDS, start, Duration.ofMinutes(20));
            var report = crossing.compare();
            System.out.printf(
                    Locale.ROOT,
                    "nightly: %,d records, %d ms a call, %s: %,d calls in %.1f s; %d dead; %s%n",
                    RECORDS,
                    A_CALL.toMillis(),
                    batch == 1 ? "one by one" : "batches of " + batch,
                    crossing.calls(),
                    seconds,
                    crossing.service().dead(),
                    report.summary());
            return report.faithful() && crossing.service().dead() == 0;
        }
    }
}
