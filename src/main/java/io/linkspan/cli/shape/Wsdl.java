package io.linkspan.cli.shape;

import io.linkspan.cli.shape.Definitions.Part;
import io.linkspan.cli.shape.SourceShapes.Learned;
import io.linkspan.yaml.DidYouMean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The operations of a WSDL 1.1, document/literal or rpc. */
public final class Wsdl {
    private final Path file;
    private final Definitions definitions;
    private final XmlSchemas schemas = new XmlSchemas();
    private final List<String> notes = new ArrayList<>();

    /**
     * Reads a local WSDL. What it imports from elsewhere is noted, never fetched.
     *
     * @throws UnreadableShape when it cannot be read
     */
    public Wsdl(Path file) throws UnreadableShape {
        this.file = file;
        this.definitions = new Definitions(file);
        for (Part part : definitions.parts()) {
            for (Element types : Dom.children(part.root(), "types").toList()) {
                for (Element schema : Dom.children(types, "schema").toList()) {
                    schemas.add(schema, part.file());
                }
            }
        }
        notes.addAll(definitions.notes());
    }

    /** The names of all operations. */
    public List<String> operations() {
        return definitions
                .children("portType")
                .flatMap(port -> Dom.children(port, "operation"))
                .map(operation -> operation.getAttribute("name"))
                .distinct()
                .sorted()
                .toList();
    }

    /** What an operation answers. */
    public Learned answer(String operation) throws UnreadableShape {
        return side(operation, "output", operation + "Response");
    }

    /** What an operation is asked with. */
    public Learned request(String operation) throws UnreadableShape {
        return side(operation, "input", operation);
    }

    /** A global type of its schemas, by its local name. */
    public Optional<Shape> type(String name) {
        return schemas.complexType(name).map(found -> {
            Shape shape = Shape.element(name);
            new SchemaShapes(schemas).type(shape, found);
            return shape;
        });
    }

    /** The names of the global types of its schemas. */
    public List<String> types() {
        return schemas.complexTypes();
    }

    /** The SOAPAction a binding declares for an operation. */
    public Optional<String> soapAction(String operation) {
        return definitions
                .children("binding")
                .flatMap(binding -> Dom.children(binding, "operation"))
                .filter(bound -> bound.getAttribute("name").equals(operation))
                .flatMap(bound -> Dom.children(bound, "operation"))
                .filter(soap -> soap.hasAttribute("soapAction"))
                .map(soap -> soap.getAttribute("soapAction"))
                .findFirst();
    }

    /** The namespace of an rpc operation's own element: its binding's body names it (WSDL 1.1, section 3.5). */
    private String namespace(String operation) {
        return definitions
                .children("binding")
                .flatMap(binding -> Dom.children(binding, "operation"))
                .filter(bound -> bound.getAttribute("name").equals(operation))
                .flatMap(bound -> Dom.children(bound, "input"))
                .flatMap(input -> Dom.children(input, "body"))
                .map(body -> body.getAttribute("namespace"))
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse(definitions.namespace());
    }

    private Learned side(String operation, String side, String rpcName) throws UnreadableShape {
        Element message = message(operation(operation), side);
        Shape wrapper = Shape.element(rpcName).in(namespace(operation));
        for (Element part : Dom.children(message, "part").toList()) {
            Shape shape = part(part);
            if (part.hasAttribute("element")) {
                return new Learned(shape, allNotes());
            }
            wrapper.add(shape);
        }
        return new Learned(wrapper, allNotes());
    }

    private Shape part(Element part) throws UnreadableShape {
        SchemaShapes shapes = new SchemaShapes(schemas);
        String element = Dom.attribute(part, "element");
        if (element == null) {
            Shape shape = Shape.element(part.getAttribute("name"));
            shapes.type(shape, Dom.qualified(part, part.getAttribute("type")));
            return shape;
        }
        Element declaration = schemas.find("element", Dom.qualified(part, element));
        if (declaration == null) {
            throw new UnreadableShape(file + " names the element '" + element + "' but does not declare it" + told());
        }
        return shapes.element(declaration);
    }

    private Element operation(String name) throws UnreadableShape {
        return definitions
                .children("portType")
                .flatMap(port -> Dom.children(port, "operation"))
                .filter(operation -> operation.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableShape(file + " has no operation '" + name + "' ("
                        + DidYouMean.mend(name, operations()) + ")" + told()));
    }

    private Element message(Element operation, String side) throws UnreadableShape {
        @Nullable Element end = Dom.child(operation, side);
        String name = end == null ? "" : end.getAttribute("message").replaceFirst(".*:", "");
        return definitions
                .children("message")
                .filter(message -> message.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableShape(file + " declares no message for the " + side + " of '"
                        + operation.getAttribute("name") + "'"));
    }

    private String told() {
        return allNotes().stream().map(note -> "; " + note).collect(Collectors.joining());
    }

    private List<String> allNotes() {
        List<String> all = new ArrayList<>(notes);
        all.addAll(schemas.notes());
        return all;
    }
}
