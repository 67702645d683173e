package io.linkspan.mapping.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Copies the element a reader stands on into a text of its own, with the declarations of the namespaces it uses. */
final class XmlCopy {
    private final XMLStreamReader2 reader;
    private final Map<String, String> outer;
    private final StringBuilder copy = new StringBuilder();
    private final Deque<Map<String, String>> declared = new ArrayDeque<>();

    /** A copier; around are the namespaces declared further out. */
    XmlCopy(XMLStreamReader2 reader, Map<String, String> around) {
        this.reader = reader;
        this.outer = around;
        declared.push(Map.of("", ""));
    }

    String element() throws XMLStreamException {
        start();
        for (int open = 1; open > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    start();
                    open++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    copy.append("</").append(reader.getPrefixedName()).append('>');
                    declared.pop();
                    open--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    escape(copy, reader.getText(), false);
                default -> {}
            }
        }
        return copy.toString();
    }

    private void start() {
        Map<String, String> around = new HashMap<>(declared.element());
        copy.append('<').append(reader.getPrefixedName());
        declare(around, reader.getPrefix(), reader.getNamespaceURI());
        if (declared.size() == 1) {
            // A value may hold a prefixed name, as xsi:type does: whatever was declared around stays declared.
            outer.forEach((prefix, uri) -> {
                if (!overridden(prefix)) {
                    declare(around, prefix, uri);
                }
            });
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            declare(around, reader.getNamespacePrefix(i), reader.getNamespaceURI(i));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            boolean prefixed = prefix != null && !prefix.isEmpty();
            if (prefixed) {
                declare(around, prefix, reader.getAttributeNamespace(i));
            }
            copy.append(' ')
                    .append(prefixed ? prefix + ":" : "")
                    .append(reader.getAttributeLocalName(i))
                    .append("=\"");
            escape(copy, reader.getAttributeValue(i), true);
            copy.append('"');
        }
        copy.append('>');
        declared.push(around);
    }

    private boolean overridden(String prefix) {
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String own = reader.getNamespacePrefix(i);
            if (prefix.equals(own == null ? "" : own)) {
                return true;
            }
        }
        return prefix.equals(reader.getPrefix() == null ? "" : reader.getPrefix());
    }

    private void declare(Map<String, String> around, String prefix, String uri) {
        String name = prefix == null ? "" : prefix;
        String value = uri == null ? "" : uri;
        if (!name.equals("xml") && !value.equals(around.put(name, value))) {
            copy.append(" xmlns").append(name.isEmpty() ? "" : ":").append(name).append("=\"");
            escape(copy, value, true);
            copy.append('"');
        }
    }

    static void escape(StringBuilder copy, String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> copy.append("&amp;");
                case '<' -> copy.append("&lt;");
                case '>' -> copy.append("&gt;");
                case '\r' -> copy.append("&#xD;");
                case '"' -> copy.append(attribute ? "&quot;" : "\"");
                case '\n' -> copy.append(attribute ? "&#xA;" : "\n");
                case '\t' -> copy.append(attribute ? "&#x9;" : "\t");
                default -> copy.append(c);
            }
        }
    }
}
