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
 * @param detail how a record is asked for where the list names it only; else null
 * @param notes what a person should know of it
 */
public record Origin(
        String kind,
        Path file,
        String records,
        Shape record,
        Shape document,
        @Nullable Call call,
        @Nullable Detail detail,
        List<String> notes) {

    /**
     * An operation of a WSDL.
     *
     * @param operation its name
     * @param soapAction as its binding declares it; null where it declares none
     * @param request what it is asked with
     */
    public record Call(String operation, @Nullable String soapAction, Shape request) {}

    /**
     * A second call for each listed record.
     *
     * @param call how it is asked
     * @param record where the record stands in its answer
     * @param document what its answer looks like, the root element within
     * @param entry what the list says of a record
     */
    public record Detail(Call call, String record, Shape document, Shape entry) {}

    /**
     * What a person says of an operation; null for what is to be found.
     *
     * @param list the operation that gives the records, or names them
     * @param detail the operation that gives one record
     * @param records where the records stand in the answer of the list
     * @param type the type of the records, where the schema leaves it open
     */
    public record Asked(
            String list,
            @Nullable String detail,
            @Nullable String records,
            @Nullable String type) {}

    /** The answer of an operation. */
    public static Origin ofWsdl(Path wsdl, Asked asked) throws UnreadableShape {
        Wsdl parsed = new Wsdl(wsdl);
        SourceShapes.Learned answer = parsed.answer(asked.list());
        Shape document = Shape.holding(answer.root());
        String where = asked.records() == null ? RecordsPlace.in(document, asked.list()) : asked.records();
        if (asked.detail() == null) {
            List<String> notes = new ArrayList<>(answer.notes());
            notes.addAll(DetailPlace.hints(parsed, asked.list()));
            Origin origin = at("wsdl", wsdl, document, where, call(parsed, asked.list()), notes, asked.type() == null);
            return asked.type() == null ? origin : origin.of(type(parsed, wsdl, asked.type()));
        }
        Shape entry = document.down(steps(where)).orElse(null);
        if (entry == null) {
            throw new UnreadableShape(wsdl + " knows nothing at '" + where + "'");
        }
        Shape one = Shape.holding(parsed.answer(asked.detail()).root());
        String record = DetailPlace.in(one);
        Origin origin = at("wsdl", wsdl, one, record, call(parsed, asked.list()), answer.notes(), asked.type() == null);
        Detail detail = new Detail(call(parsed, asked.detail()), record, one, entry);
        Origin whole = new Origin("wsdl", wsdl, where, origin.record, document, origin.call, detail, origin.notes);
        return asked.type() == null ? whole : whole.of(type(parsed, wsdl, asked.type()));
    }

    /** How the list names the key of its entries; null where the list gives the records. */
    @Nullable
    String listedKey() {
        if (detail == null) {
            return null;
        }
        SourceField key = Identity.of(
                        SourceField.in(detail.entry()), detail.entry().name())
                .key();
        return key == null ? null : key.name();
    }

    private static Call call(Wsdl wsdl, String operation) throws UnreadableShape {
        return new Call(
                operation,
                wsdl.soapAction(operation).orElse(null),
                wsdl.request(operation).root());
    }

    private static Shape type(Wsdl wsdl, Path file, String name) throws UnreadableShape {
        return wsdl.type(name)
                .orElseThrow(() -> new UnreadableShape(
                        file + " has no type '" + name + "' (" + DidYouMean.mend(name, wsdl.types()) + ")"));
    }

    /** The same with records of a type. */
    private Origin of(Shape type) {
        return new Origin(kind, file, records, type, document, call, detail, notes);
    }

    private static List<String> steps(String path) {
        return Stream.of(path.split("/", -1))
                .filter(step -> !step.isEmpty() && !step.equals("."))
                .toList();
    }

    /** An element of an XML Schema. */
    public static Origin ofXsd(Path xsd, String element, @Nullable String records) throws UnreadableShape {
        SourceShapes.Learned learned = SourceShapes.ofXsd(xsd, element);
        Shape document = Shape.holding(learned.root());
        String where = records == null ? RecordsPlace.in(document, element) : records;
        return at("xsd", xsd, document, where, null, learned.notes(), true);
    }

    /** A sample document, XML or JSON. */
    public static Origin ofSample(Path sample, @Nullable String records) throws UnreadableShape {
        Shape document = SampleShapes.of(sample);
        String where = records == null ? RecordsPlace.in(document) : records;
        return at("sample", sample, document, where, null, List.of(), true);
    }

    /** Whether the records are JSON. */
    public boolean isJson() {
        return kind.equals("sample") && SampleShapes.isJson(file);
    }

    private static Origin at(
            String kind,
            Path file,
            Shape document,
            String records,
            @Nullable Call call,
            List<String> notes,
            boolean known)
            throws UnreadableShape {
        List<String> others = RecordsPlace.others(document, records);
        Shape record = document.down(steps(records)).orElse(null);
        if (record == null) {
            throw new UnreadableShape(file + " knows nothing at '" + records + "'" + DidYouMean.mend(records, others));
        }
        List<String> all = new ArrayList<>(notes);
        if (known && !record.kinds().isEmpty()) {
            throw new UnreadableShape("records at '" + records + "' are of several types; name one by --type: "
                    + String.join(", ", record.kinds()));
        }
        boolean nothingSaid =
                record.children().stream().allMatch(child -> child.name().equals(Shape.OPEN));
        if (known && nothingSaid) {
            all.addFirst(file + " does not say what stands at '" + records + "'");
            throw new UnreadableShape(String.join("; ", all));
        }
        if (!others.isEmpty()) {
            all.add("records are taken at " + records + "; --records names another place: "
                    + String.join(", ", others));
        }
        return new Origin(kind, file, records, record, document, call, null, List.copyOf(all));
    }
}
