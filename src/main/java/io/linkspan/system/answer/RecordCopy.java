package io.linkspan.system.answer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Copies one element at a time out of its document so that it stands by itself: namespaces declared further out are
 * declared on it where it uses them, text is written escaped whatever it was (CDATA, entities), comments and processing
 * instructions stay behind. The same element always gives the same bytes.
 */
final class RecordCopy {
    private final Utf8Buffer buffer;
    private final PathTree leaveOut;
    private final Deque<List<PathTree>> places = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private final Scope scope = new Scope();
    private int afterName;
    private int skipping;
    private boolean tagOpen;

    RecordCopy(PathTree leaveOut, int limit) {
        this.buffer = new Utf8Buffer(limit);
        this.leaveOut = leaveOut;
    }

    /** Whether an element is being copied. */
    boolean running() {
        return !names.isEmpty();
    }

    /** Opens the element the reader stands on. */
    void start(XMLStreamReader in) {
        start(in, in);
    }

    /** Opens an element named as the first reader's, holding what the second one's holds. */
    void start(XMLStreamReader named, XMLStreamReader held) {
        if (skipping > 0) {
            skipping++;
            return;
        }
        List<PathTree> here =
                names.isEmpty() ? List.of(leaveOut) : PathTree.step(places.getFirst(), named.getLocalName());
        if (!names.isEmpty() && PathTree.isLeftOut(here)) {
            skipping = 1;
            return;
        }
        closeTag();
        places.push(here);
        open(named, held);
        attributes(held, here, !named.equals(held));
        tagOpen = true;
    }

    private void open(XMLStreamReader named, XMLStreamReader held) {
        scope.open();
        for (int i = 0; i < held.getNamespaceCount(); i++) {
            scope.declare(text(held.getNamespacePrefix(i)));
        }
        String prefix = prefixFor(named, held);
        String name = prefix.isEmpty() ? named.getLocalName() : prefix + ":" + named.getLocalName();
        names.push(name);
        buffer.put('<');
        buffer.markup(name);
        if (names.size() == 1) {
            afterName = buffer.length();
        }
        for (int i = 0; i < held.getNamespaceCount(); i++) {
            declaration(text(held.getNamespacePrefix(i)), text(held.getNamespaceURI(i)), buffer);
        }
    }

    /** The element's own prefix, or another where what it holds says that prefix for another namespace. */
    private String prefixFor(XMLStreamReader named, XMLStreamReader held) {
        String prefix = text(named.getPrefix());
        String uri = text(named.getNamespaceURI());
        if (!named.equals(held) && scope.declaredHere(prefix) && !uri.equals(text(held.getNamespaceURI(prefix)))) {
            String other = prefix + "_";
            scope.use(other, uri);
            return other;
        }
        scope.use(prefix, uri);
        return prefix;
    }

    private void attributes(XMLStreamReader in, List<PathTree> here, boolean elsewhere) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i);
            boolean onlyForReference = elsewhere && (name.equals("id") || name.equals("root"));
            if (!onlyForReference && !leftOut(here, name)) {
                attribute(in, i);
            }
        }
    }

    private void attribute(XMLStreamReader in, int i) {
        String prefix = text(in.getAttributePrefix(i));
        String value = in.getAttributeValue(i);
        buffer.put(' ');
        if (!prefix.isEmpty()) {
            scope.use(prefix, text(in.getAttributeNamespace(i)));
            buffer.markup(prefix);
            buffer.put(':');
        }
        buffer.markup(in.getAttributeLocalName(i));
        buffer.markup("=\"");
        buffer.attribute(value);
        buffer.put('"');
        prefixesWithin(value, in);
    }

    /** A value such as {@code xsi:type="ns:customer"} uses the prefix too. */
    private void prefixesWithin(String value, XMLStreamReader in) {
        if (value.indexOf(':') <= 0) {
            return;
        }
        for (String word : value.split("\\s+", -1)) {
            int colon = word.indexOf(':');
            String prefix = colon > 0 ? word.substring(0, colon) : "";
            String uri = prefix.isEmpty() ? null : in.getNamespaceURI(prefix);
            if (uri != null) {
                scope.use(prefix, uri);
            }
        }
    }

    private static boolean leftOut(List<PathTree> here, String attribute) {
        for (PathTree place : here) {
            if (place.attributes().containsKey(attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Copies the text the reader stands on. */
    void text(XMLStreamReader in) {
        if (skipping == 0) {
            closeTag();
            buffer.text(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        }
    }

    /** Closes the innermost element. */
    void end() {
        if (skipping > 0) {
            skipping--;
            return;
        }
        String name = names.pop();
        places.pop();
        scope.close();
        if (tagOpen) {
            buffer.markup("/>");
            tagOpen = false;
        } else {
            buffer.markup("</");
            buffer.markup(name);
            buffer.put('>');
        }
    }

    /** The copied element; the copy is ready for the next one. */
    byte[] take() {
        byte[] copied = buffer.withInserted(afterName, scope.fromOutside());
        buffer.clear();
        scope.clear();
        return copied;
    }

    private void closeTag() {
        if (tagOpen) {
            buffer.put('>');
            tagOpen = false;
        }
    }

    private static String text(@Nullable String nothingIsNull) {
        return nothingIsNull == null ? "" : nothingIsNull;
    }

    static void declaration(String prefix, String uri, Utf8Buffer to) {
        to.markup(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix);
        to.markup("=\"");
        to.attribute(uri);
        to.put('"');
    }
}
