package io.linkspan.bench.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How fast something was.
 *
 * @param records how many went the whole way
 * @param seconds how long that took
 * @param micros of CPU time a record, by part
 */
record Measured(long records, double seconds, Map<String, Double> micros) {
    double rate() {
        return records / seconds;
    }

    /** The middle one of some figures, or of the two in the middle. */
    static double middle(List<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double microsInAll() {
        return micros.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    String line(String name) {
        String parts = micros.entrySet().stream()
                .map(part -> String.format(Locale.ROOT, "%s %.0f", part.getKey(), part.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%-30s %,8d records in %6.1f s  %,7.0f/s   µs CPU a record: %.0f (%s)",
                name,
                records,
                seconds,
                rate(),
                microsInAll(),
                parts);
    }
}
