package io.linkspan.bench.pipeline;

import io.linkspan.bench.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** {@code bench flat}: 200,000 records in one go, and whether rate and heap at the end are what they were at the beginning. */
public final class FlatBench {
    private static final int RECORDS = 200_000;
    private static final int SLICES = 8;

    private FlatBench() {}

    /** Runs it; false where the last slices were slower than the first by more than a fifth. */
    public static boolean run(Path folder) throws IOException {
        try (Site site = Site.open();
                WholeWay way = WholeWay.open(site, folder.resolve("flat"), RECORDS)) {
            System.out.println(way.run("warming").line("the whole way, warming up"));
            Slices slices = new Slices(way, RECORDS / SLICES);
            System.out.println(way.run("flat", slices::look).line("the whole way"));
            slices.lines().forEach(System.out::println);
            double ratio = slices.laterToEarlier();
            System.out.printf(Locale.ROOT, "flat: the second half ran at %.2f of the first half's rate%n", ratio);
            return ratio >= 0.8;
        }
    }
}
