package io.linkspan.cli.start;

import io.linkspan.cli.shape.SampleShapes;
import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.shape.SourceShapes;
import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.cli.shape.Wsdl;
import io.linkspan.yaml.DidYouMean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a source.
 *
 * @param kind the key a flow file names it by: {@code wsdl}, {@code xsd} or {@code sample}
 * @param file where it was learned from
 * @param records where the records stand, as a flow file writes it
 * @param record what a record looks like
 * @param document what an answer or a file looks like, its root element within
 * @param call how a SOAP system is asked; null where only records are known
 * @param notes what a person should know of it
 */
public record Origin(
        String kind,
        Path file,
        String records,
        Shape record,
        Shape document,
        @Nullable Call call,
        List<String> notes) {

    /**
     * An operation of a WSDL.
     *
     * @param operation its name
     * @param soapAction as its binding declares it; null where it declares none
     * @param request what it is asked with
     */
    public record Call(String operation, @Nullable String soapAction, Shape request) {}

    /** The answer of an operation; its records are found where the caller does not say where they stand. */
    public static Origin ofWsdl(Path wsdl, String operation, @Nullable String records) throws UnreadableShape {
        Wsdl parsed = new Wsdl(wsdl);
        SourceShapes.Learned answer = parsed.answer(operation);
        Call call = new Call(
                operation,
                parsed.soapAction(operation).orElse(null),
                parsed.request(operation).root());
        Shape document = Shape.holding(answer.root());
        String where = records == null ? RecordsPlace.in(document, operation) : records;
        return at("wsdl", wsdl, document, where, call, answer.notes());
    }

    /** An element of an XML Schema. */
    public static Origin ofXsd(Path xsd, String element, @Nullable String records) throws UnreadableShape {
        SourceShapes.Learned learned = SourceShapes.ofXsd(xsd, element);
        Shape document = Shape.holding(learned.root());
        String where = records == null ? RecordsPlace.in(document, element) : records;
        return at("xsd", xsd, document, where, null, learned.notes());
    }

    /** A sample document, XML or JSON. */
    public static Origin ofSample(Path sample, @Nullable String records) throws UnreadableShape {
        Shape document = SampleShapes.of(sample);
        return at("sample", sample, document, records == null ? RecordsPlace.in(document) : records, null, List.of());
    }

    /** Whether the records are JSON. */
    public boolean isJson() {
        return kind.equals("sample") && SampleShapes.isJson(file);
    }

    private static Origin at(
            String kind, Path file, Shape document, String records, @Nullable Call call, List<String> notes)
            throws UnreadableShape {
        List<String> steps = Stream.of(records.split("/", -1))
                .filter(step -> !step.isEmpty() && !step.equals("."))
                .toList();
        List<String> others = RecordsPlace.others(document, records);
        Shape record = document.down(steps).orElse(null);
        if (record == null) {
            throw new UnreadableShape(file + " knows nothing at '" + records + "'" + DidYouMean.mend(records, others));
        }
        List<String> all = new ArrayList<>(notes);
        if (record.children().isEmpty() || record.isOpen()) {
            all.addFirst(file + " does not say what stands at '" + records + "'");
            throw new UnreadableShape(String.join("; ", all));
        }
        if (!others.isEmpty()) {
            all.add("records are taken at " + records + "; --records names another place: "
                    + String.join(", ", others));
        }
        return new Origin(kind, file, records, record, document, call, List.copyOf(all));
    }
}
