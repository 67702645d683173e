package io.linkspan.cli;

import io.linkspan.flow.FlowFile;
import io.linkspan.flow.WrittenFlow.Example;
import io.linkspan.mapping.MappingResult;
import io.linkspan.record.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One example of a flow file, mapped. */
final class ExampleRun {
    private final Expectation expectation;
    private final List<MappingResult> results = new ArrayList<>();

    ExampleRun(FlowFile file, Example example) {
        expectation = Expectation.read(example.expect());
        KnownIds known = new KnownIds(example.references());
        each(file, example, record -> results.add(file.mapping().map(record, known)));
    }

    /** Hands on the records of an example's given file, each with what it needs from beside it; says how many there were. */
    static long each(FlowFile file, Example example, Consumer<Payload> sink) {
        String records = example.records() != null ? example.records() : file.records();
        return new RecordFile(example.given(), file.beside()).each(records == null ? "." : records, sink);
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
