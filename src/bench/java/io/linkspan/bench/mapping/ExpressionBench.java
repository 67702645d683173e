package io.linkspan.bench.mapping;

import com.sun.management.ThreadMXBean;
import io.linkspan.mapping.Mapping;
import io.linkspan.mapping.MappingFiles;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one CEL expression costs a record: a mapping with twenty copies of it beside the same mapping without any, in turns,
 * by the CPU time of the thread. Writing the result is part of the cost.
 */
public final class ExpressionBench {
    private static final int COPIES = 20;
    private static final int RECORDS = 8_000;
    private static final int WARM_UP = 12;
    private static final int TURNS = 21;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String FIELDS = """
            fields:
              status: Status
              name: Name
              email: EMail
              revenue: { from: Revenue, decimal: { scale: 2, locale: de } }
              limit: { from: CreditLimit, decimal: { scale: 2, locale: de } }
              cities: { each: Addresses/Address/City }
            """;
    private static final List<String> EXPRESSIONS = List.of(
            "status == 'A'",
            "status == 'A' && email != ''",
            "revenue > 100000.0 ? 'key' : 'standard'",
            "name + ' <' + email + '>'",
            "revenue + limit * 1.19",
            "status in ['A', 'P']",
            "cities.exists(c, c == 'Flensburg')",
            "upper(trim(name))");

    private long sink;

    /** Measures and reports; about a minute. */
    public boolean run(Path folder) throws IOException {
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (String expression : EXPRESSIONS) {
            figures.put(expression, cost(compiled(FIELDS), compiled(FIELDS + copies(expression))));
        }
        StringBuilder table =
                new StringBuilder("| expression | ns CPU each | bytes allocated each |\n| --- | ---: | ---: |\n");
        figures.forEach((expression, cost) -> table.append("| `%s` | %.0f | %.0f |%n"
                .formatted(expression.replace("|", "\\|"), cost[0] / COPIES, cost[1] / COPIES)));
        System.out.print(table);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("expressions.md"), table);
        return sink != 0;
    }

    private static String copies(String expression) {
        StringBuilder copies = new StringBuilder();
        for (int i = 0; i < COPIES; i++) {
            copies.append("  e")
                    .append(i)
                    .append(": { expr: \"")
                    .append(expression)
                    .append("\" }\n");
        }
        return copies.toString();
    }

    private static Mapping compiled(String yaml) {
        Problems problems = new Problems();
        YamlMap root = YamlReader.readMap("expressions.yaml", yaml, problems);
        Mapping mapping = root == null ? null : Mapping.compile(root, MappingFiles.NONE, problems);
        if (mapping == null) {
            throw new IllegalStateException(problems.list().toString());
        }
        return mapping;
    }

    /** The middle difference in CPU time and in bytes between the two, a record. */
    private double[] cost(Mapping without, Mapping with) {
        List<Double> nanos = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            double[] less = turn(without);
            double[] more = turn(with);
            if (turn >= 0) {
                nanos.add(more[0] - less[0]);
                bytes.add(more[1] - less[1]);
            }
        }
        return new double[] {middle(nanos), middle(bytes)};
    }

    private double[] turn(Mapping mapping) {
        List<byte[]> records = CustomerRecords.all();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < RECORDS; i++) {
            Payload record = new Payload(Payload.Format.XML, records.get(i % records.size()));
            Payload output = mapping.map(record).output();
            sink += output == null ? 0 : output.bytes().length;
        }
        long took = THREADS.getCurrentThreadCpuTime() - cpu;
        long more = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        return new double[] {(double) took / RECORDS, (double) more / RECORDS};
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
