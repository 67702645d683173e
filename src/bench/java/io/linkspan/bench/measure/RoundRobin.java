package io.linkspan.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets warmed contenders take turns, each between two turns of the reference. */
public final class RoundRobin {
    private static final int FEWEST_ROUNDS = 7;

    private final WorkerProcess reference;
    private final List<WorkerProcess> others;
    private final Map<String, Figures> figures = new LinkedHashMap<>();

    /** All of them are warm already. */
    public RoundRobin(WorkerProcess reference, List<WorkerProcess> others) {
        this.reference = reference;
        this.others = List.copyOf(others);
        figures.put(reference.name(), new Figures());
        others.forEach(other -> figures.put(other.name(), new Figures()));
    }

    /**
     * Goes round until the time is up, seven times at least.
     *
     * @return by contender, the reference first
     */
    public Map<String, Figures> measure(Duration time, InstantSource clock) throws IOException {
        Instant end = clock.instant().plus(time);
        for (int round = 0; round < FEWEST_ROUNDS || clock.instant().isBefore(end); round++) {
            round();
        }
        return figures;
    }

    private void round() throws IOException {
        Slice before = reference.turn();
        for (WorkerProcess other : others) {
            Slice slice = other.turn();
            Slice after = reference.turn();
            double beside = (before.nanos() + after.nanos()) / 2;
            of(other).add(slice, beside);
            of(reference).add(after, beside);
            before = after;
        }
    }

    private Figures of(WorkerProcess contender) {
        return java.util.Objects.requireNonNull(figures.get(contender.name()));
    }
}
