package io.linkspan.deadletter;

import io.linkspan.record.Payload;
import io.linkspan.xml.DistinctNames;
import io.linkspan.xml.StartTags;
import io.linkspan.xml.XmlParser;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A document as its fields, each with its path: so that two of them can be compared whatever their layout. */
record Flattened(Map<String, String> values) {
    private static final XmlParser XML =
            new XmlParser(Map.of(XMLInputFactory.IS_COALESCING, true, XMLInputFactory2.P_LAZY_PARSING, false));
    private static final int DEEPEST = 1_000;

    /** What is no document at all has no fields. */
    static Flattened of(Payload document) {
        try {
            return checked(document);
        } catch (EditRefused unreadable) {
            return new Flattened(Map.of("", document.text()));
        }
    }

    /**
     * The fields of a document a person wrote.
     *
     * @throws EditRefused when it is not well-formed
     */
    static Flattened checked(Payload document) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            switch (document.format()) {
                case XML -> xml(document, values);
                case JSON -> json("", JsonMapper.shared().readTree(document.bytes()), values);
            }
        } catch (XMLStreamException | JacksonException malformed) {
            throw new EditRefused("the record is not well-formed " + document.format() + ": " + firstLine(malformed));
        }
        return new Flattened(values);
    }

    private static String firstLine(Exception malformed) {
        return String.valueOf(malformed.getMessage()).lines().findFirst().orElse("");
    }

    private static void json(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> json(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                json(path + "[" + i + "]", node.get(i), values);
            }
        } else {
            values.put(path, node.isNull() ? "null" : node.asString());
        }
    }

    private static void xml(Payload document, Map<String, String> values) throws XMLStreamException {
        try {
            StartTags.check(document.bytes(), StartTags.MOST_ATTRIBUTES);
        } catch (StartTags.TooManyAttributes many) {
            throw new EditRefused("the record has " + many.getMessage());
        }
        XMLStreamReader reader =
                XML.factory().createXMLStreamReader(new ByteArrayInputStream(document.bytes()), "UTF-8");
        DistinctNames names = new DistinctNames(DistinctNames.MOST);
        Deque<Element> open = new ArrayDeque<>();
        open.push(new Element(""));
        while (reader.hasNext()) {
            int event = XmlParser.next(reader);
            names.event(event, reader);
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(reader, open, values);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.getFirst().text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> open.pop().end(values);
                case XMLStreamConstants.DTD -> throw new EditRefused("a record must not have a DOCTYPE");
                default -> {
                    // Comments and processing instructions are no data.
                }
            }
        }
    }

    private static void start(XMLStreamReader reader, Deque<Element> open, Map<String, String> values) {
        if (open.size() > DEEPEST) {
            throw new EditRefused("the record has more than " + DEEPEST + " levels");
        }
        Element element = new Element(open.getFirst().child(reader.getLocalName()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            values.put(element.path + "/@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        open.push(element);
    }

    /** An element being read: counts its children by name, so that the second of a name has a path of its own. */
    private static final class Element {
        private final String path;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Integer> children = new HashMap<>();

        Element(String path) {
            this.path = path;
        }

        String child(String name) {
            int count = children.merge(name, 1, Integer::sum);
            String step = count == 1 ? name : name + "[" + count + "]";
            return path.isEmpty() ? step : path + "/" + step;
        }

        void end(Map<String, String> values) {
            String value = text.toString();
            if (children.isEmpty() || !value.isBlank()) {
                values.put(path, value);
            }
        }
    }
}
