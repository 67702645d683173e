package io.linkspan.bench.mapping;

import io.linkspan.bench.measure.Figures;
import io.linkspan.bench.measure.RoundRobin;
import io.linkspan.bench.measure.WorkerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts every contestant, holds their results against each other, warms them, lets them take turns, and reports. */
public final class MappingBench {
    private static final Duration TIME_FOR_EACH = Duration.ofSeconds(9);

    private final List<Contestant> contestants;

    /**
     * Names who takes part.
     *
     * @param ids out of {@link #contenders}; nobody means everybody. The reference always takes part
     * @throws java.util.NoSuchElementException when there is no such contender
     */
    public MappingBench(List<String> ids) {
        List<Contestant> named = ids.stream().map(Contestant::of).toList();
        contestants = Contestant.ALL.stream()
                .filter(one -> named.isEmpty() || named.contains(one) || one.equals(Contestant.ALL.getFirst()))
                .toList();
    }

    /** Everybody who can take part. */
    public static List<String> contenders() {
        return Contestant.ALL.stream().map(Contestant::id).toList();
    }

    /**
     * Runs the bench; about three minutes for all.
     *
     * @param folder where the table is written ({@code mapping.md}), beside standard output, and logs of what libraries say
     * @return false when a contestant's results differ from the reference's: nothing is timed then
     */
    public boolean run(Path folder) throws Exception {
        Files.createDirectories(folder);
        List<WorkerProcess> workers = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                workers.add(new WorkerProcess(ContestantProcess.class, contestant.id(), folder));
            }
            return allSayTheSame(workers) && measured(workers, folder.resolve("mapping.md"));
        } finally {
            for (WorkerProcess worker : workers) {
                worker.close();
            }
        }
    }

    private static boolean allSayTheSame(List<WorkerProcess> workers) throws IOException {
        List<String> expected = workers.getFirst().results(CustomerRecords.COUNT);
        boolean same = true;
        for (WorkerProcess worker : workers.subList(1, workers.size())) {
            Optional<String> difference = SameResults.difference(expected, worker.results(CustomerRecords.COUNT));
            difference.ifPresent(text -> System.err.println(worker.name() + " differs: " + text));
            same &= difference.isEmpty();
        }
        return same;
    }

    private static boolean measured(List<WorkerProcess> workers, Path report) throws Exception {
        Duration time = TIME_FOR_EACH.multipliedBy(workers.size());
        System.err.println("all results are equal; warming up, then measuring for " + time.toSeconds() + " s ...");
        warm(workers);
        Map<String, Figures> figures =
                new RoundRobin(workers.getFirst(), workers.subList(1, workers.size())).measure(time, Clock.systemUTC());
        String table = new MappingReport(figures).markdown();
        System.out.println(table);
        Files.writeString(report, table);
        System.err.println("written to " + report);
        return true;
    }

    /** As many at a time as there are processors. */
    private static void warm(List<WorkerProcess> workers) throws InterruptedException, ExecutionException {
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (WorkerProcess worker : workers) {
                tasks.add(() -> {
                    worker.warm();
                    return true;
                });
            }
            for (Future<Boolean> done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
    }
}
