package io.linkspan.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Element by element, what two XML documents do not have in common. Prefixes and the blanks of indentation are alike. */
final class XmlDifference {
    private static final String DECLARATION = "http://www.w3.org/2000/xmlns/";

    private final List<String> lines = new ArrayList<>();

    private XmlDifference() {}

    static List<String> between(String expected, String actual) {
        XmlDifference difference = new XmlDifference();
        difference.compare("", parse(expected), parse(actual));
        return difference.lines;
    }

    private void compare(String above, Element expected, Element actual) {
        String path = above + "/" + expected.getLocalName();
        if (!name(expected).equals(name(actual))) {
            lines.add(path + ": expected element " + name(expected) + ", was " + name(actual));
            return;
        }
        if (!attributes(expected).equals(attributes(actual))) {
            lines.add(path + ": expected attributes " + attributes(expected) + ", was " + attributes(actual));
        }
        List<Element> wanted = children(expected);
        List<Element> given = children(actual);
        if (wanted.isEmpty() && given.isEmpty()) {
            compareText(path, expected.getTextContent(), actual.getTextContent());
        }
        for (int i = 0; i < Math.max(wanted.size(), given.size()); i++) {
            if (i >= given.size()) {
                lines.add(path + ": expected element " + name(wanted.get(i)) + ", was nothing");
            } else if (i >= wanted.size()) {
                lines.add(path + ": expected nothing, was element " + name(given.get(i)));
            } else {
                compare(path, wanted.get(i), given.get(i));
            }
        }
    }

    private void compareText(String path, String expected, String actual) {
        if (!expected.equals(actual)) {
            lines.add(path + ": expected '" + expected + "', was '" + actual + "'");
        }
    }

    private static String name(Element element) {
        String namespace = element.getNamespaceURI();
        return (namespace == null ? "" : "{" + namespace + "}") + element.getLocalName();
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!DECLARATION.equals(attribute.getNamespaceURI())) {
                attributes.put(attribute.getLocalName(), attribute.getValue());
            }
        }
        return attributes;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (SAXException | IOException broken) {
            throw Ends.inputIsWrong("not well-formed XML: " + broken.getMessage());
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
