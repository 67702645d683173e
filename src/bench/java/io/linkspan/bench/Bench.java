package io.linkspan.bench;

import io.linkspan.bench.mapping.MappingBench;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The entry: {@code bench [mapping [CONTENDER…]]}, from the project's folder. Exits 0, 1 (results differ) or 2 (called
 * wrongly).
 */
public final class Bench {
    private Bench() {}

    /** Runs the bench that is named; there is one. */
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        if (!words.isEmpty() && !words.getFirst().equals("mapping")) {
            System.exit(usage("there is no bench " + words.getFirst()));
        }
        try {
            var bench = new MappingBench(words.subList(Math.min(1, words.size()), words.size()));
            System.exit(bench.run(Path.of("target", "bench")) ? 0 : 1);
        } catch (NoSuchElementException unknown) {
            System.exit(usage(String.valueOf(unknown.getMessage())));
        }
    }

    private static int usage(String wrong) {
        System.err.println(wrong + "; usage: linkspan bench [mapping [CONTENDER ...]], contenders: "
                + String.join(", ", MappingBench.contenders()));
        return 2;
    }
}
