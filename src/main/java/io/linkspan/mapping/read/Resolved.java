package io.linkspan.mapping.read;

import io.linkspan.mapping.path.NameTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * A whole document in memory, for the two things that need one: references within it (SOAP 1.1, section 5.4.1: {@code
 * href="#x"} means the element whose {@code id} is x; SOAP 1.2 says {@code ref}), and sections that records share.
 */
final class Resolved {
    private final Map<String, Element> byId = new HashMap<>();
    private final Limits limits;
    private int elements;

    private Resolved(Limits limits) {
        this.limits = limits;
    }

    /** An element with what is in it: elements and texts. */
    record Element(String uri, String local, List<Attribute> attributes, List<Object> content) {
        @Nullable
        String attribute(String name) {
            for (Attribute attribute : attributes) {
                if (attribute.local.equals(name)) {
                    return attribute.value;
                }
            }
            return null;
        }
    }

    /** An attribute. */
    record Attribute(String uri, String local, String value) {}

    /** Reads a document to its end; the reader stands before its root. */
    static Element read(XMLStreamReader2 reader, boolean hrefs, Limits limits)
            throws XMLStreamException, UnreadableRecordException {
        Resolved document = new Resolved(limits);
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw XmlSource.refused(reader);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                Element root = document.element(reader, 1);
                return hrefs ? document.resolve(root, 1, new HashSet<>()) : root;
            }
        }
    }

    private Element element(XMLStreamReader2 reader, int depth) throws XMLStreamException, UnreadableRecordException {
        count(depth);
        Element element = open(reader);
        String id = element.attribute("id");
        if (id != null) {
            byId.putIfAbsent(id, element);
        }
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    flush(text, element);
                    element.content.add(element(reader, depth + 1));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    flush(text, element);
                    return element;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                default -> {}
            }
        }
    }

    private void count(int depth) throws UnreadableRecordException {
        if (depth > limits.depth()) {
            throw Collector.tooLarge("more than " + limits.depth() + " levels");
        }
        if (++elements > limits.elements()) {
            throw Collector.tooLarge("more than " + limits.elements() + " elements");
        }
    }

    private Element open(XMLStreamReader2 reader) throws UnreadableRecordException {
        if (reader.getAttributeCount() > limits.attributes()) {
            throw Collector.tooLarge("an element of more than " + limits.attributes() + " attributes");
        }
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String uri = reader.getAttributeNamespace(i);
            attributes.add(new Attribute(
                    uri == null ? "" : uri, reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
        }
        String uri = reader.getNamespaceURI();
        return new Element(uri == null ? "" : uri, reader.getLocalName(), attributes, new ArrayList<>());
    }

    private static void flush(StringBuilder text, Element element) {
        if (!text.isEmpty()) {
            element.content.add(text.toString());
            text.setLength(0);
        }
    }

    /** The element with what it refers to in its place; a reference within itself stays as it is. */
    private Element resolve(Element element, int depth, Set<String> open) throws UnreadableRecordException {
        count(depth);
        String reference = reference(element);
        Element meant = reference == null ? null : byId.get(reference);
        if (reference == null || meant == null || !open.add(reference)) {
            return with(element, element.attributes, element.content, depth, open);
        }
        List<Attribute> attributes = new ArrayList<>(meant.attributes);
        attributes.removeIf(attribute -> attribute.local.equals("id"));
        Element resolved = with(element, attributes, meant.content, depth, open);
        open.remove(reference);
        return resolved;
    }

    private static @Nullable String reference(Element element) {
        String href = element.attribute("href");
        if (href != null) {
            return href.startsWith("#") ? href.substring(1) : null;
        }
        return element.content.isEmpty() ? element.attribute("ref") : null;
    }

    private Element with(Element element, List<Attribute> attributes, List<Object> content, int depth, Set<String> open)
            throws UnreadableRecordException {
        List<Object> resolved = new ArrayList<>(content.size());
        for (Object child : content) {
            resolved.add(child instanceof Element inner ? resolve(inner, depth + 1, open) : child);
        }
        return new Element(element.uri, element.local, attributes, resolved);
    }

    /** The elements at a path of names, the first of which is the root's. */
    static List<Element> at(Element root, List<NameTest> names) {
        List<Element> found = new ArrayList<>();
        collect(root, names, 0, found);
        return found;
    }

    private static void collect(Element element, List<NameTest> names, int at, List<Element> found) {
        if (!names.get(at).matches(element.uri, element.local)) {
            return;
        }
        if (at == names.size() - 1) {
            found.add(element);
            return;
        }
        for (Object child : element.content) {
            if (child instanceof Element inner) {
                collect(inner, names, at + 1, found);
            }
        }
    }
}
