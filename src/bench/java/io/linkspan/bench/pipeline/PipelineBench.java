package io.linkspan.bench.pipeline;

import io.linkspan.bench.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/**
 * {@code bench pipeline}: the whole way beside the broker alone. They take turns, and each turn of the whole way is compared
 * with the turns of the broker before and after it: what else the machine does meets both.
 */
public final class PipelineBench {
    private static final int RECORDS = 50_000;
    private static final int WARMING = 3;
    private static final int TURNS = 4;
    private static final double WANTED = 0.5;

    private final Site site;
    private final RawBroker raw;

    private PipelineBench(Site site) {
        this.site = site;
        this.raw = new RawBroker(site);
    }

    /** Runs it; false where the whole way is slower than half the broker. */
    public static boolean run(Path folder) throws Exception {
        try (Site site = Site.open()) {
            return new PipelineBench(site).turns(folder);
        }
    }

    private boolean turns(Path folder) throws IOException, TimeoutException, InterruptedException {
        List<Double> toOne = new ArrayList<>();
        List<Double> toMany = new ArrayList<>();
        try (WholeWay way = WholeWay.open(site, folder.resolve("pipeline"), RECORDS)) {
            raw.measure(WholeWay.PARTITIONS, RECORDS);
            for (int i = 0; i < WARMING; i++) {
                tell("the whole way, warming up", way.run("warming-" + i));
            }
            Raws before = raws();
            for (int i = 0; i < TURNS; i++) {
                Measured whole = tell("the whole way", way.run("turn-" + i));
                Raws after = raws();
                toOne.add(2 * whole.rate() / (before.one().rate() + after.one().rate()));
                toMany.add(
                        2 * whole.rate() / (before.many().rate() + after.many().rate()));
                before = after;
            }
        }
        return told(toOne, toMany);
    }

    private record Raws(Measured one, Measured many) {}

    private Raws raws() throws IOException, TimeoutException, InterruptedException {
        return new Raws(
                tell("the broker alone, one queue", raw.measure(1, RECORDS)),
                tell("the broker alone, four queues", raw.measure(WholeWay.PARTITIONS, RECORDS)));
    }

    private static boolean told(List<Double> toOne, List<Double> toMany) {
        double ratio = Measured.middle(toOne);
        System.out.printf(
                Locale.ROOT,
                "pipeline: the whole way reaches %.2f of the broker alone with one queue, %.2f with four (middle of %d turns)%n",
                ratio,
                Measured.middle(toMany),
                TURNS);
        return ratio >= WANTED;
    }

    private static Measured tell(String name, Measured measured) {
        System.out.println(measured.line(name));
        return measured;
    }
}
