package io.linkspan.bench.mapping;

import io.linkspan.bench.measure.Figures;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table, in Markdown. */
final class MappingReport {
    private final Map<String, Figures> figures;

    MappingReport(Map<String, Figures> figures) {
        this.figures = figures;
    }

    String markdown() {
        String rows = figures.entrySet().stream()
                .sorted(Comparator.comparingDouble(row -> row.getValue().ratio()))
                .map(row -> row(Contestant.of(row.getKey()), row.getValue()))
                .collect(Collectors.joining("\n"));
        return """
                | contender | ns CPU a record | × hand-written | middle half of turns | bytes allocated a record |
                | --- | ---: | ---: | ---: | ---: |
                %s
                """.formatted(rows);
    }

    private static String row(Contestant contestant, Figures figures) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f–%.2f | %,.0f |",
                contestant.title(),
                figures.nanos(),
                figures.ratio(),
                figures.lowerRatio(),
                figures.upperRatio(),
                figures.bytes());
    }
}
