package io.linkspan.cli;

import io.linkspan.xml.XmlTree;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

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
            return XmlTree.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException broken) {
            throw Ends.inputIsWrong("not well-formed XML: " + broken.getMessage());
        }
    }
}
