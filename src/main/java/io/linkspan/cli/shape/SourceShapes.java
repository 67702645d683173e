package io.linkspan.cli.shape;

import io.linkspan.yaml.DidYouMean;
import java.nio.file.Path;
import java.util.List;
import org.w3c.dom.Element;

/** Reads shapes from schema files. */
public final class SourceShapes {
    private SourceShapes() {}

    /**
     * What was learned.
     *
     * @param root the document's first element (of a SOAP body: the body's first element)
     * @param notes what could not be followed, for people
     */
    public record Learned(Shape root, List<String> notes) {
        /** Keeps the notes safe from changes. */
        public Learned {
            notes = List.copyOf(notes);
        }
    }

    /** The shape of a global element of an XML Schema. */
    public static Learned ofXsd(Path xsd, String element) throws UnreadableShape {
        XmlSchemas schemas = new XmlSchemas();
        schemas.addFile(xsd);
        Element declaration = schemas.element(element);
        if (declaration == null) {
            throw new UnreadableShape(xsd + " declares no element '" + element + "' ("
                    + DidYouMean.mend(element, schemas.elementNames()) + ")");
        }
        return new Learned(new SchemaShapes(schemas).element(declaration), schemas.notes());
    }

    /** The shape of what an operation of a WSDL 1.1 answers. */
    public static Learned ofWsdl(Path wsdl, String operation) throws UnreadableShape {
        return new Wsdl(wsdl).answer(operation);
    }
}
