package io.linkspan.cli;

import io.linkspan.flow.FlowFile;
import io.linkspan.flow.WrittenFlow.Example;
import io.linkspan.mapping.MappingResult;
import java.util.ArrayList;
import java.util.List;

/** One example of a flow file, mapped. */
final class ExampleRun {
    private final Expectation expectation;
    private final List<MappingResult> results = new ArrayList<>();

    ExampleRun(FlowFile file, Example example) {
        expectation = Expectation.read(example.expect());
        KnownIds known = new KnownIds(example.references());
        new RecordFile(example.given(), file.beside())
                .each(
                        whereIn(file, example),
                        record -> results.add(file.mapping().map(record, known)));
    }

    /** Where the records stand in an example's given file. */
    static String whereIn(FlowFile file, Example example) {
        String records = example.records() != null ? example.records() : file.records();
        return records == null ? "." : records;
    }

    List<MappingResult> results() {
        return results;
    }

    List<String> differences() {
        return results.isEmpty() ? List.of("the given file holds no records") : expectation.differences(results);
    }

    String rewritten() {
        return expectation.rewritten(results);
    }
}
