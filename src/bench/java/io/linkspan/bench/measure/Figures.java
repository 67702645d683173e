package io.linkspan.bench.measure;

import java.util.ArrayList;
import java.util.List;

/** What a contender's turns came to: the middle of each figure over all rounds. */
public final class Figures {
    private final List<Double> nanos = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();

    void add(Slice slice, double reference) {
        nanos.add(slice.nanos());
        ratios.add(slice.nanos() / reference);
        bytes.add(slice.bytes());
    }

    /** CPU time a record, in nanoseconds. */
    public double nanos() {
        return quantile(nanos, 0.5);
    }

    /** How many times the reference's CPU time a record takes. */
    public double ratio() {
        return quantile(ratios, 0.5);
    }

    /** Half of all turns had a ratio between this and {@link #upperRatio}. */
    public double lowerRatio() {
        return quantile(ratios, 0.25);
    }

    /** See {@link #lowerRatio}. */
    public double upperRatio() {
        return quantile(ratios, 0.75);
    }

    /** Bytes allocated a record. */
    public double bytes() {
        return quantile(bytes, 0.5);
    }

    /** How many turns were measured. */
    public int turns() {
        return ratios.size();
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double at = share * (sorted.size() - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }
}
