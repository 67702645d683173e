package io.linkspan.cli.shape;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Learns the shape of an XML document in one pass. */
final class XmlSample {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final Deque<Level> levels = new ArrayDeque<>();
    private final Path file;
    private int fields;

    /** One open element: its shape, its text so far, and how often each child was met. */
    private record Level(Shape shape, StringBuilder text, Map<String, Integer> met) {
        Level(Shape shape) {
            this(shape, new StringBuilder(), new HashMap<>());
        }
    }

    private XmlSample(Path file, Shape root) {
        this.file = file;
        levels.push(new Level(root));
    }

    static void read(InputStream bytes, Shape root, Path file) throws UnreadableShape {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(bytes);
            XmlSample sample = new XmlSample(file, root);
            while (reader.hasNext()) {
                sample.event(reader);
            }
        } catch (XMLStreamException broken) {
            String message = String.valueOf(broken.getMessage()).replaceAll("\\s+", " ");
            throw new UnreadableShape(file + " is no well-formed XML: " + message);
        }
    }

    private void event(XMLStreamReader reader) throws XMLStreamException, UnreadableShape {
        switch (reader.next()) {
            case XMLStreamConstants.DTD -> throw new UnreadableShape(file + " has a DOCTYPE, which is refused");
            case XMLStreamConstants.START_ELEMENT -> {
                if (!isEnvelope(reader.getNamespaceURI())) {
                    open(reader);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                if (!isEnvelope(reader.getNamespaceURI())) {
                    Level level = levels.pop();
                    level.shape().seen(level.text().toString());
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                levels.element().text().append(reader.getText());
            default -> {
                // comments and instructions say nothing about what stands where
            }
        }
    }

    private static boolean isEnvelope(String namespace) {
        return SOAP_11.equals(namespace) || SOAP_12.equals(namespace);
    }

    private void open(XMLStreamReader reader) throws UnreadableShape {
        if (levels.size() > SampleShapes.DEEPEST) {
            throw new UnreadableShape(file + " is nested deeper than " + SampleShapes.DEEPEST + " levels");
        }
        Level parent = levels.element();
        Shape element = Shape.element(reader.getLocalName());
        Shape shape = parent.shape().add(element);
        if (shape.equals(element) && ++fields > SampleShapes.MOST_FIELDS) {
            throw SampleShapes.tooMany(file);
        }
        shape.repeats(parent.met().merge(shape.step(), 1, Integer::sum) > 1);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (!XSI.equals(reader.getAttributeNamespace(i))) {
                shape.add(Shape.attribute(reader.getAttributeLocalName(i))).seen(reader.getAttributeValue(i));
            }
        }
        levels.push(new Level(shape));
    }
}
