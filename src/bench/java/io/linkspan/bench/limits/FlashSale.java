package io.linkspan.bench.limits;

import io.linkspan.bench.site.CustomerFlow;
import io.linkspan.bench.site.Site;
import io.linkspan.sandbox.ComparisonReport;
import io.linkspan.sandbox.crm.CrmSettings;
import io.linkspan.sandbox.erp.ErpSettings;
import io.linkspan.sandbox.fault.FaultKind;
import io.linkspan.sandbox.fault.FaultRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * {@code bench flash-sale}: 20,000 records come up within a minute for a target that takes 50 calls a second, one record a
 * call, and that is away for five minutes in between. What the rate allows is known beforehand.
 */
public final class FlashSale {
    private static final int RECORDS = 20_000;
    private static final int A_SECOND = 50;
    private static final int RUSH_SECONDS = 60;
    private static final Duration BEFORE_OUTAGE = Duration.ofMinutes(2);
    private static final Duration OUTAGE = Duration.ofMinutes(5);
    private static final double ALLOWED = 1.2;

    private FlashSale() {}

    /** Runs it; false where something was lost, doubled or dead, or the drain took too long. */
    public static boolean run(Path folder) throws Exception {
        try (Site site = Site.open();
                Crossing crossing = Crossing.open(
                        site,
                        folder.resolve("flash-sale"),
                        ErpSettings.defaults().customers(0),
                        CrmSettings.defaults().perSecond(A_SECOND))) {
            crossing.crm()
                    .play(FaultRule.of(FaultKind.UNAVAILABLE)
                            .on("companies")
                            .after(BEFORE_OUTAGE)
                            .lasting(OUTAGE));
            long start = System.nanoTime();
            crossing.flow(new CustomerFlow("sale", 500, "1s", 1, true));
            rush(crossing);
            double seconds = crossing.awaitCreated(RECORDS, start, Duration.ofMinutes(40));
            return report(crossing, seconds);
        }
    }

    private static void rush(Crossing crossing) throws InterruptedException {
        for (int i = 0; i < RUSH_SECONDS; i++) {
            crossing.erp().add((i + 1) * RECORDS / RUSH_SECONDS - i * RECORDS / RUSH_SECONDS);
            Thread.sleep(1000);
        }
    }

    private static boolean report(Crossing crossing, double seconds) {
        double allowed = (double) RECORDS / A_SECOND;
        double drained = seconds - OUTAGE.toSeconds();
        ComparisonReport report = crossing.compare();
        long dead = crossing.service().dead();
        System.out.printf(
                Locale.ROOT,
                "flash-sale: %,d records at %d calls a second, %d s of outage: %,d arrived, %d dead; %s%n",
                RECORDS,
                A_SECOND,
                OUTAGE.toSeconds(),
                crossing.created(),
                dead,
                report.summary());
        System.out.printf(
                Locale.ROOT,
                "flash-sale: drained in %.0f s, %.0f s of them while the target was there; the rate allows %.0f s: x %.2f"
                        + " (%,d calls, of them 429: %,d, 503: %,d)%n",
                seconds,
                drained,
                allowed,
                drained / allowed,
                crossing.calls(),
                crossing.answered("429"),
                crossing.answered("503"));
        return report.faithful() && dead == 0 && drained <= ALLOWED * allowed;
    }
}
