package io.linkspan.deadletter;

import io.linkspan.record.Payload;
import io.linkspan.xml.XmlTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Writes a record with the values of some names hidden, and takes down what it hid. */
final class RecordMask {
    static final String HIDDEN = "***";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Set<String> names;
    private final Set<String> values;

    /** Hides what stands under these names, and adds what it hid to the values. */
    RecordMask(Set<String> names, Set<String> values) {
        this.names = names;
        this.values = values;
    }

    /** What cannot be read is hidden as a whole. */
    String masked(Payload record) {
        try {
            return switch (record.format()) {
                case XML -> xml(record);
                case JSON -> json(record);
            };
        } catch (SAXException | IOException | TransformerException | JacksonException unreadable) {
            return HIDDEN;
        }
    }

    private String json(Payload record) {
        JsonNode tree = JSON.readTree(record.bytes());
        return JSON.writeValueAsString(hide(tree, false));
    }

    private JsonNode hide(JsonNode node, boolean within) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> field.setValue(hide(field.getValue(), within || names.contains(field.getKey()))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, hide(array.get(i), within));
            }
        } else if (within && !node.isNull()) {
            values.add(node.asString());
            return StringNode.valueOf(HIDDEN);
        }
        return node;
    }

    private String xml(Payload record) throws SAXException, IOException, TransformerException {
        Document document = XmlTree.parse(new InputSource(new ByteArrayInputStream(record.bytes())));
        hide(document.getDocumentElement(), false);
        Transformer writer = TransformerFactory.newInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        writer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }

    private void hide(Element element, boolean above) {
        boolean within = above || names.contains(element.getLocalName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            boolean data = !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            if (data && (within || names.contains(attribute.getLocalName()))) {
                hide(attribute);
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element inner) {
                hide(inner, within);
            } else if (within && !child.getNodeValue().isBlank()) {
                hide(child);
            }
        }
    }

    private void hide(Node value) {
        values.add(value.getNodeValue().strip());
        value.setNodeValue(HIDDEN);
    }
}
