package io.linkspan.cli;

import io.linkspan.flow.FlowFile;
import io.linkspan.mapping.MappingResult;
import io.linkspan.mapping.References;
import io.linkspan.record.Payload;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mapping run}: records in, mapped records out. */
@Command(
        name = "run",
        description = "Map the records of a file: one mapped record a line, what is wrong on standard error.")
final class RunCommand extends OneFlowCommand {
    /** How errors are told. */
    enum Errors {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            index = "1",
            paramLabel = "RECORDS",
            description = "XML, JSON or one JSON document a line; may be gzipped.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private Path file;

    @Option(
            names = "--records",
            paramLabel = "PATH",
            description = "Where the records stand; as the flow file says by default.")
    private @Nullable String records;

    @Option(names = "--trace", description = "Explain on standard error how each field came to be.")
    private boolean trace;

    @Option(
            names = "--errors",
            paramLabel = "text|json",
            description = "json: one object a record with output, warnings and errors on standard output.")
    private Errors errors = Errors.TEXT;

    @Option(
            names = "--references",
            paramLabel = "FILE",
            description = "Known ids of other flows' records, as YAML or JSON: { customers: { 4711: c_9 } }.")
    private @Nullable Path references;

    private long number;
    private long failed;
    private long warned;

    @Override
    int run(FlowFile read) {
        PrintWriter err = err();
        References known = references == null ? References.NONE : KnownIds.read(references);
        RecordName names = new RecordName(read);
        String where = records != null ? records : read.records() == null ? "." : read.records();
        long found = new RecordFile(file, read.beside()).each(where, record -> map(read, record, known, names));
        if (found == 0) {
            err.println("linkspan: no records at '" + where + "' in " + file + Whereabouts.hint(file));
            return ExitCode.INPUT_IS_WRONG;
        }
        err.println(Counted.of(found, "record") + ", " + failed + " not mapped, " + Counted.of(warned, "warning"));
        return failed == 0 ? ExitCode.FINE : ExitCode.INPUT_IS_WRONG;
    }

    private void map(FlowFile read, Payload record, References known, RecordName names) {
        number++;
        MappingResult result =
                trace ? read.mapping().explain(record, known) : read.mapping().map(record, known);
        warned += result.warnings().size();
        if (result.output() == null) {
            failed++;
        }
        print(result, names.of(number, record));
    }

    private void print(MappingResult result, String name) {
        PrintWriter out = out();
        PrintWriter err = err();
        if (errors == Errors.JSON) {
            out.println(ResultJson.line(result));
        } else {
            if (result.output() != null) {
                out.println(result.output().text());
            }
            ResultText.findings(name, result).forEach(err::println);
        }
        if (trace) {
            err.println(name);
            ResultText.trace(result).forEach(err::println);
        }
    }
}
