package io.linkspan.cli.shape;

import io.linkspan.xml.XmlTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Small steps through a parsed schema document. */
final class Dom {
    private Dom() {}

    /** Parses a local file; a document type declaration is refused and nothing is ever fetched. */
    static Element parse(Path file) throws UnreadableShape {
        try {
            return XmlTree.parse(new InputSource(file.toUri().toString())).getDocumentElement();
        } catch (SAXParseException broken) {
            throw new UnreadableShape(
                    file + ":" + broken.getLineNumber() + ":" + broken.getColumnNumber() + " " + broken.getMessage());
        } catch (SAXException | IOException unreadable) {
            throw new UnreadableShape(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static Stream<Element> children(Element parent, String localName) {
        return children(parent).stream().filter(child -> localName.equals(child.getLocalName()));
    }

    static @Nullable Element child(Element parent, String localName) {
        return children(parent, localName).findFirst().orElse(null);
    }

    /** An attribute's value, or null where it was not written. */
    static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name).strip() : null;
    }

    /** The global name a prefixed name stands for at this place. */
    static QualifiedName qualified(Element at, String written) {
        int colon = written.indexOf(':');
        String prefix = colon < 0 ? null : written.substring(0, colon);
        String namespace = at.lookupNamespaceURI(prefix);
        return new QualifiedName(namespace == null ? "" : namespace, written.substring(colon + 1));
    }

    /** A name within a namespace; empty for none. */
    record QualifiedName(String namespace, String local) {}
}
