package io.linkspan.cli;

import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.cli.shape.Wsdl;
import io.linkspan.cli.start.FlowDraft;
import io.linkspan.cli.start.FlowDraft.Choices;
import io.linkspan.cli.start.FlowNames;
import io.linkspan.cli.start.Origin;
import io.linkspan.cli.start.Origin.Asked;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mapping init}: a flow file to begin with. */
@Command(
        name = "init",
        description = {
            "Begin a flow file from a WSDL, an XML Schema or a sample, and perhaps from a schema of the target.",
            "The file lints as it is written: every field of the source is in it, with target names where they are alike."
        })
final class InitCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    @Option(names = "--wsdl", paramLabel = "FILE", description = "A WSDL 1.1 of the source; needs --operation.")
    private @Nullable Path wsdl;

    @Option(names = "--operation", paramLabel = "NAME", description = "The operation that gives the records.")
    private @Nullable String operation;

    @Option(
            names = "--detail",
            paramLabel = "NAME",
            description = "The operation that gives one record, where the other only lists them.")
    private @Nullable String detail;

    @Option(
            names = "--type",
            paramLabel = "NAME",
            description = "The records' type, where the schema leaves it open (xsi:type).")
    private @Nullable String type;

    @Option(names = "--xsd", paramLabel = "FILE", description = "An XML Schema of the source; needs --element.")
    private @Nullable Path xsd;

    @Option(names = "--element", paramLabel = "NAME", description = "The element of the schema to begin from.")
    private @Nullable String element;

    @Option(
            names = "--sample",
            paramLabel = "FILE",
            description =
                    "A sample of the source, XML or JSON: to learn from, or beside a WSDL or schema as an example.")
    private @Nullable Path sample;

    @Option(names = "--records", paramLabel = "PATH", description = "Where the records stand; found by default.")
    private @Nullable String records;

    @Option(
            names = "--target",
            paramLabel = "SCHEMA",
            description = "What the target takes: crm.yaml#/components/schemas/Company, JSON Schema or OpenAPI.")
    private @Nullable String target;

    @Option(names = "--name", paramLabel = "NAME", description = "The flow's name; after the operation by default.")
    private @Nullable String name;

    @Option(names = "--from", paramLabel = "SYSTEM", description = "The source system's name; erp by default.")
    private String source = "erp";

    @Option(names = "--to", paramLabel = "SYSTEM", description = "The target system's name; crm by default.")
    private String destination = "crm";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write, - for standard output; mappings/NAME.yaml by default.")
    private @Nullable String out;

    @Override
    public Integer call() {
        try {
            Origin origin = origin();
            String flow = name == null ? FlowNames.after(origin) : name;
            boolean shown = "-".equals(out);
            Path file = out == null || shown ? FlowPaths.FOLDER.resolve(flow + ".yaml") : Path.of(out);
            if (!shown && Files.exists(file)) {
                throw Ends.calledWrongly("'" + file + "' is there already; name another file by --out");
            }
            boolean example = sample != null && !origin.file().equals(sample);
            FlowDraft draft = new FlowDraft(
                    origin, new Choices(file, flow, source, destination, schema(file), example ? sample : null));
            write(draft, file, shown);
            return ExitCode.FINE;
        } catch (UnreadableShape unreadable) {
            throw Ends.inputIsWrong(String.valueOf(unreadable.getMessage()));
        }
    }

    private void write(FlowDraft draft, Path file, boolean shown) {
        PrintWriter err = spec.commandLine().getErr();
        if (shown) {
            spec.commandLine().getOut().print(draft.text());
        } else {
            TextFile.write(file, draft.text());
            spec.commandLine().getOut().println("wrote " + file);
        }
        draft.notes().forEach(note -> err.println("note: " + note));
    }

    private Origin origin() throws UnreadableShape {
        if (wsdl != null && xsd != null) {
            throw Ends.calledWrongly("--wsdl and --xsd are both named; one is enough");
        }
        if (wsdl != null) {
            existing(wsdl);
            if (operation == null) {
                throw Ends.calledWrongly(
                        "--operation is missing; " + wsdl + " has " + String.join(", ", new Wsdl(wsdl).operations()));
            }
            return Origin.ofWsdl(wsdl, new Asked(operation, detail, records, type));
        }
        if (xsd != null) {
            if (element == null) {
                throw Ends.calledWrongly("--element is missing: the element of " + xsd + " to begin from");
            }
            return Origin.ofXsd(existing(xsd), element, records);
        }
        if (sample != null) {
            return Origin.ofSample(existing(sample), records);
        }
        throw Ends.calledWrongly("say what to begin from: --wsdl, --xsd or --sample");
    }

    private static Path existing(Path file) {
        if (!Files.isReadable(file)) {
            throw Ends.calledWrongly("there is no file '" + file + "'");
        }
        return file;
    }

    /** The target's schema as seen from the flow file. */
    private @Nullable String schema(Path flow) {
        if (target == null) {
            return null;
        }
        int hash = target.indexOf('#');
        Path named = existing(Path.of(hash < 0 ? target : target.substring(0, hash)));
        Path folder = flow.toAbsolutePath().normalize().getParent();
        String relative = folder == null
                ? named.toString()
                : folder.relativize(named.toAbsolutePath().normalize()).toString();
        return relative + (hash < 0 ? "" : target.substring(hash));
    }
}
