package io.linkspan.bench;

import io.linkspan.bench.limits.FlashSale;
import io.linkspan.bench.limits.Nightly;
import io.linkspan.bench.mapping.ExpressionBench;
import io.linkspan.bench.mapping.MappingBench;
import io.linkspan.bench.pipeline.FlatBench;
import io.linkspan.bench.pipeline.LedgerBench;
import io.linkspan.bench.pipeline.PipelineBench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * The entry: {@code bench [mapping [CONTENDER…]|expressions|pipeline|flat|ledger|…]}, from the project's folder. Exits
 * 0, 1 (results differ, or are worse than promised) or 2 (called wrongly).
 */
public final class Bench {
    private static final Path RESULTS = Path.of("target", "bench").toAbsolutePath();
    private static final String MAPPING = "mapping";

    /** Those of the whole way, and that of expressions; each has a folder of its own. */
    private static final Map<String, Whole> WHOLE = new TreeMap<>(Map.of(
            "pipeline", PipelineBench::run,
            "flat", FlatBench::run,
            "ledger", LedgerBench::run,
            "expressions", folder -> new ExpressionBench().run(folder),
            "flash-sale", FlashSale::run,
            "nightly", Nightly::run));

    private Bench() {}

    private interface Whole {
        boolean run(Path folder) throws Exception;
    }

    /** Runs the bench that is named, or that of the mapping. */
    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? MAPPING : args[0];
        Whole whole = WHOLE.get(name);
        if (whole != null) {
            System.exit(whole.run(RunFolder.fresh(RESULTS, name)) ? 0 : 1);
        }
        System.exit(name.equals(MAPPING) ? mapping(List.of(args)) : usage("there is no bench " + name));
    }

    private static int mapping(List<String> words) throws Exception {
        try {
            var bench = new MappingBench(words.subList(Math.min(1, words.size()), words.size()));
            return bench.run(RESULTS) ? 0 : 1;
        } catch (NoSuchElementException unknown) {
            return usage(String.valueOf(unknown.getMessage()));
        }
    }

    private static int usage(String wrong) {
        System.err.println(wrong + "; usage: linkspan bench [mapping [CONTENDER ...]|"
                + String.join("|", WHOLE.keySet()) + "], contenders: " + String.join(", ", MappingBench.contenders()));
        return 2;
    }
}
