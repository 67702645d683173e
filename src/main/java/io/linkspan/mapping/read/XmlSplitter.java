package io.linkspan.mapping.read;

import com.fasterxml.aalto.UncheckedStreamException;
import io.linkspan.mapping.path.NameTest;
import io.linkspan.record.Payload;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Cuts an XML document into records: each element at the path, with the namespaces it stood in. */
final class XmlSplitter {
    private final XMLStreamReader2 reader;
    private final List<NameTest> names;
    private final Consumer<Payload> records;
    private final Deque<Map<String, String>> around = new ArrayDeque<>(List.of(Map.of()));

    private XmlSplitter(XMLStreamReader2 reader, List<NameTest> names, Consumer<Payload> records) {
        this.reader = reader;
        this.names = names;
        this.records = records;
    }

    static void split(byte[] bytes, List<NameTest> names, Consumer<Payload> records) throws UnreadableRecordException {
        XMLStreamReader2 reader = null;
        try {
            reader = XmlSource.open(bytes);
            new XmlSplitter(reader, names, records).document();
        } catch (XMLStreamException | UncheckedStreamException bad) {
            throw XmlSource.notWellFormed(bad);
        } finally {
            XmlSource.close(reader);
        }
    }

    /** Follows the path; elements beside it are skipped. */
    private void document() throws XMLStreamException, UnreadableRecordException {
        int on = 0;
        while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.DTD -> throw XmlSource.refused(reader);
                case XMLStreamConstants.START_ELEMENT -> on += element(on) ? 1 : 0;
                case XMLStreamConstants.END_ELEMENT -> {
                    around.pop();
                    on--;
                }
                default -> {}
            }
        }
    }

    /** True when the element lies on the way to the records; else it has been read to its end. */
    private boolean element(int on) throws XMLStreamException {
        String uri = reader.getNamespaceURI();
        if (!names.get(on).matches(uri == null ? "" : uri, reader.getLocalName())) {
            reader.skipElement();
            return false;
        }
        if (on < names.size() - 1) {
            around.push(declared());
            return true;
        }
        records.accept(Payload.xml(new XmlCopy(reader, around.element()).element()));
        return false;
    }

    private Map<String, String> declared() {
        Map<String, String> declared = new HashMap<>(around.element());
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String uri = reader.getNamespaceURI(i);
            declared.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
        }
        return declared;
    }
}
