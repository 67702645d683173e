package io.linkspan.cli.lint;

import io.linkspan.cli.shape.SampleShapes;
import io.linkspan.cli.shape.Shape;
import io.linkspan.cli.shape.SourceShapes;
import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.flow.WrittenFlow;
import io.linkspan.flow.WrittenFlow.Example;
import io.linkspan.flow.WrittenFlow.Shapes;
import io.linkspan.system.Pull;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a flow's records are known to look like.
 *
 * @param record the record's own shape
 * @param name what it was learned from, for messages
 */
public record RecordShape(Shape record, String name) {
    /** From the WSDL, the XML Schema or the samples the flow names, in this order; null where it names none. */
    public static @Nullable RecordShape of(WrittenFlow file) throws UnreadableShape {
        Shapes shapes = file.shapes();
        String records = recordsOf(file);
        Pull pull = file.pull();
        if (shapes.wsdl() != null && pull != null) {
            String operation =
                    pull.detail() == null ? pull.operation() : pull.detail().operation();
            Shape root = SourceShapes.ofWsdl(shapes.wsdl(), operation).root();
            return descend(named(root), records, shapes.wsdl());
        }
        if (shapes.xsd() != null) {
            String first = records.replaceFirst("^/", "").replaceFirst("/.*", "");
            return descend(named(SourceShapes.ofXsd(shapes.xsd(), first).root()), records, shapes.xsd());
        }
        List<Path> samples = samples(file);
        return samples.isEmpty() ? null : descend(SampleShapes.of(samples), records, samples.getFirst());
    }

    private static String recordsOf(WrittenFlow file) {
        Pull pull = file.pull();
        Pull.Detail detail = pull == null ? null : pull.detail();
        return detail != null ? detail.record() : file.records() == null ? "." : file.records();
    }

    private static List<Path> samples(WrittenFlow file) {
        List<Path> samples = new ArrayList<>(file.examples().stream()
                .filter(example -> example.records() == null)
                .map(Example::given)
                .toList());
        if (file.shapes().sample() != null) {
            samples.addFirst(file.shapes().sample());
        }
        samples.removeIf(sample -> !Files.isReadable(sample)); // reading the flow file has told these
        return samples;
    }

    private static Shape named(Shape root) {
        return Shape.holding(root);
    }

    /** Down the records' path; a sample may also begin at the record itself. */
    private static RecordShape descend(Shape document, String records, Path source) throws UnreadableShape {
        List<String> steps = Stream.of(records.split("/", -1))
                .filter(step -> !step.isEmpty() && !step.equals("."))
                .map(step -> step.replaceFirst("^[^@:]*:", ""))
                .toList();
        Shape found = steps.isEmpty() ? only(document) : document.down(steps).orElse(null);
        if (found == null && !steps.isEmpty()) {
            found = document.child(steps.getLast()).orElse(null);
        }
        if (found == null) {
            throw new UnreadableShape(source.getFileName() + " knows no '" + records + "'");
        }
        return new RecordShape(found, String.valueOf(source.getFileName()));
    }

    /** An XML document's one root element; a JSON document has no such thing. */
    private static Shape only(Shape document) {
        List<Shape> roots = document.repeated() ? List.of() : document.children();
        return roots.size() == 1 && !roots.getFirst().isLeaf() ? roots.getFirst() : document;
    }
}
