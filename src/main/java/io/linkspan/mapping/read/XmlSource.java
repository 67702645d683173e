package io.linkspan.mapping.read;

import com.fasterxml.aalto.UncheckedStreamException;
import io.linkspan.mapping.path.Namespaces;
import io.linkspan.xml.DistinctNames;
import io.linkspan.xml.DistinctNames.TooManyNames;
import io.linkspan.xml.XmlParser;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.io.Stax2ByteArraySource;
import org.jspecify.annotations.Nullable;

/** Reads XML in one pass. The encoding is the one declared, or what a byte order mark says; a DOCTYPE is refused. */
final class XmlSource {
    private static final XmlParser PARSER = new XmlParser(Map.of(XMLInputFactory.IS_COALESCING, false));

    private final XMLStreamReader2 reader;
    private final Collector collector;
    private final boolean asksForNamespaces;
    private final @Nullable DistinctNames names;

    private XmlSource(XMLStreamReader2 reader, Collector collector, int length) {
        this.reader = reader;
        this.collector = collector;
        this.names = length <= DistinctNames.HARMLESS_LENGTH
                ? null
                : new DistinctNames(collector.allowance().mostNames());
        this.asksForNamespaces = collector.asksForNamespaces();
    }

    /** Reads a record: its root element is the record. */
    static void read(byte[] bytes, Collector collector) throws UnreadableRecordException {
        XMLStreamReader2 reader = null;
        try {
            reader = open(bytes);
            StartTagLimit.check(
                    bytes, reader.getEncoding(), collector.allowance().mostAttributes());
            new XmlSource(reader, collector, bytes.length).document(true);
        } catch (UnreadableRecordException unplaced) {
            throw at(reader, unplaced);
        } catch (TooManyNames many) {
            throw tooLarge(many);
        } catch (XMLStreamException | UncheckedStreamException bad) {
            throw notWellFormed(bad);
        } finally {
            close(reader);
        }
    }

    /** Reads a document held in a text: its root element is a child of what holds it. */
    static void readHeld(String document, Collector collector) throws UnreadableRecordException {
        XMLStreamReader2 reader = null;
        try {
            StartTagLimit.check(document, collector.allowance().mostAttributes());
            reader = (XMLStreamReader2) PARSER.factory().createXMLStreamReader(new StringReader(document.strip()));
            new XmlSource(reader, collector, document.length()).document(false);
        } catch (TooManyNames many) {
            throw tooLarge(many);
        } catch (XMLStreamException | UncheckedStreamException bad) {
            throw notWellFormed(bad);
        } finally {
            close(reader);
        }
    }

    private static XMLStreamReader2 open(byte[] bytes) throws XMLStreamException {
        // Without a declaration it is UTF-8 and can be read where it lies; a stream is copied into a buffer first, but
        // Aalto reads other encodings from streams only. A zero in the second place means UTF-16 or UTF-32.
        boolean declared = bytes.length < 2 || bytes[0] != '<' || bytes[1] == '?' || bytes[1] == 0;
        return (XMLStreamReader2)
                (declared
                        ? PARSER.factory().createXMLStreamReader(new ByteArrayInputStream(bytes))
                        : PARSER.utf8Factory().createXMLStreamReader(new Stax2ByteArraySource(bytes, 0, bytes.length)));
    }

    private void document(boolean record) throws XMLStreamException, UnreadableRecordException {
        int open = 0;
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> open += start(record && open == 0);
                case XMLStreamConstants.END_ELEMENT -> {
                    collector.leave();
                    open--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(open);
                case XMLStreamConstants.DTD -> throw refused(reader);
                case XMLStreamConstants.END_DOCUMENT -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private int next() throws XMLStreamException {
        int event = XmlParser.next(reader);
        if (names != null) {
            names.event(event, reader);
        }
        return event;
    }

    /** Opens an element. Returns how many are open more than before: none when it has been read to its end. */
    private int start(boolean record) throws XMLStreamException, UnreadableRecordException {
        String local = reader.getLocalName();
        int attributes = reader.getAttributeCount();
        if (record) {
            collector.enterRecord(local);
        } else {
            String uri = asksForNamespaces ? reader.getNamespaceURI() : "";
            String namespace = uri == null ? "" : uri;
            Node leaf = collector.leaf(namespace, local);
            if (leaf == Node.NOBODY) {
                collector.count(1);
                refuseMany(attributes);
                skip(1);
                return 0;
            }
            if (leaf != null && attributes == 0) {
                return leaf(leaf);
            }
            if (!collector.enter(namespace, local)) {
                refuseMany(attributes);
                skip(0);
                collector.leave();
                return 0;
            }
        }
        refuseMany(attributes);
        for (int i = 0; i < attributes; i++) {
            attribute(i);
        }
        return 1;
    }

    private void refuseMany(int attributes) throws UnreadableRecordException {
        collector.allowance().attributes(attributes);
    }

    /** Takes the text of an element that is not worth opening. */
    private int leaf(Node leaf) throws XMLStreamException, UnreadableRecordException {
        collector.count(1);
        int from = collector.textLength();
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    collector.leafCharacters(
                            from, reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> {
                    collector.leafEnds(leaf, from);
                    return 0;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    collector.leafOpens(leaf, from);
                    return 1 + start(false);
                }
                default -> {}
            }
        }
    }

    private void attribute(int index) throws UnreadableRecordException {
        String uri = reader.getAttributeNamespace(index);
        String namespace = uri == null ? "" : uri;
        boolean instance = namespace.equals(Namespaces.XSI);
        if (!instance && !collector.wantsAttributes()) {
            return;
        }
        String local = reader.getAttributeLocalName(index);
        String value = reader.getAttributeValue(index);
        collector.allowance().text(value.length());
        if (instance) {
            collector.latest().instance(local, value);
        }
        collector.latest().attribute(namespace, local, value);
    }

    private void text(int open) throws XMLStreamException, UnreadableRecordException {
        if (open > 0 && collector.collects()) {
            collector.characters(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    /** Reads on to the end of the element, which lies so many below what is open for the collector. */
    private void skip(int below) throws XMLStreamException, UnreadableRecordException {
        int open = 1;
        while (open > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> collector.count(below + open++);
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {}
            }
        }
    }

    static UnreadableRecordException refused(XMLStreamReader2 reader) {
        Location location = reader.getLocation();
        return new UnreadableRecordException(
                "doctype_refused", "a DOCTYPE is refused", location.getLineNumber(), location.getColumnNumber());
    }

    /** Says where the reader stood when a limit was passed. */
    private static UnreadableRecordException at(@Nullable XMLStreamReader2 reader, UnreadableRecordException bad) {
        if (reader == null || bad.line() > 0) {
            return bad;
        }
        Location location = reader.getLocation();
        return new UnreadableRecordException(
                bad.code(), String.valueOf(bad.getMessage()), location.getLineNumber(), location.getColumnNumber());
    }

    private static UnreadableRecordException tooLarge(TooManyNames many) {
        Location location = many.getLocation();
        return new UnreadableRecordException(
                "too_large",
                "the record has " + many.getMessage(),
                location.getLineNumber(),
                location.getColumnNumber());
    }

    static UnreadableRecordException notWellFormed(Exception bad) {
        Throwable cause = bad instanceof UncheckedStreamException && bad.getCause() != null ? bad.getCause() : bad;
        @Nullable Location location = cause instanceof XMLStreamException stream ? stream.getLocation() : null;
        String message = String.valueOf(cause.getMessage());
        String first = message.lines().findFirst().orElse("not readable as XML");
        return new UnreadableRecordException(
                "not_well_formed",
                first,
                location == null ? 0 : location.getLineNumber(),
                location == null ? 0 : location.getColumnNumber());
    }

    static void close(@Nullable XMLStreamReader2 reader) {
        if (reader != null) {
            try {
                reader.closeCompletely();
            } catch (XMLStreamException harmless) {
                // The record has been read, or has failed for a better reason.
            }
        }
    }
}
