package io.linkspan.bench;

import io.linkspan.bench.mapping.MappingBench;
import java.nio.file.Path;
import java.util.List;

/** The entry: {@code bench [mapping]}, from the project's folder. Exits 0, 1 (results differ) or 2 (called wrongly). */
public final class Bench {
    private static final String MAPPING = "mapping";

    private Bench() {}

    /** Runs the bench that is named; there is one. */
    public static void main(String[] args) throws Exception {
        if (!List.of().equals(List.of(args)) && !List.of(MAPPING).equals(List.of(args))) {
            System.err.println("usage: linkspan bench [mapping]");
            System.exit(2);
        }
        System.exit(MappingBench.run(Path.of("target", "bench")) ? 0 : 1);
    }
}
