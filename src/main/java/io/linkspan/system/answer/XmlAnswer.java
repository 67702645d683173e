package io.linkspan.system.answer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one XML document: bare, or the body of a SOAP envelope 1.1 or 1.2. */
final class XmlAnswer {
    private static final Set<String> SOAP =
            Set.of("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");

    private final AnswerShape shape;
    private final PathTree wanted;
    private final PathTree leaveOut;
    private final Findings findings;
    private final References references;
    private final Keeping keeping;

    XmlAnswer(AnswerShape shape, PathTree wanted, PathTree leaveOut, AnswerHandler handler) {
        this.shape = shape;
        this.wanted = wanted;
        this.leaveOut = leaveOut;
        this.findings = new Findings(handler);
        this.keeping = new Keeping(shape);
        this.references = new References(this::walk, shape, leaveOut, findings, keeping);
    }

    ScannedAnswer read(InputStream bytes, @Nullable String charset) throws IOException, UnreadableAnswer {
        XMLStreamReader in = XmlInput.open(bytes, charset, shape.limits().recordBytes());
        try {
            toElement(in);
            if (isEnvelope(in) && !wanted.wantsWhole()) {
                envelope(in, in.getNamespaceURI());
            } else {
                references.resolve(
                        walk(in, PathTree.root(wanted, in.getNamespaceURI(), in.getLocalName()), follows()), follows());
            }
            toEnd(in);
            return findings.answer();
        } catch (XMLStreamException broken) {
            throw XmlInput.explain(broken, in);
        } catch (Utf8Buffer.Full full) {
            throw XmlInput.tooLarge(
                    in.getLocation().getLineNumber(), in.getLocation().getColumnNumber(), shape.limits());
        } finally {
            XmlInput.close(in);
        }
    }

    private static boolean isEnvelope(XMLStreamReader in) {
        return in.getLocalName().equals("Envelope") && SOAP.contains(in.getNamespaceURI());
    }

    /** The body's first element is a path's first step, unless the path names the envelope too. */
    private List<PathTree> answer(XMLStreamReader in, String soap) {
        List<PathTree> body = PathTree.step(PathTree.step(List.of(wanted), soap, "Envelope"), soap, "Body");
        List<PathTree> places =
                new ArrayList<>(PathTree.step(List.of(wanted), in.getNamespaceURI(), in.getLocalName()));
        places.addAll(PathTree.step(body, in.getNamespaceURI(), in.getLocalName()));
        return places;
    }

    private boolean follows() {
        return shape.beside().hrefs();
    }

    private Deque<XmlWalk.Held> walk(XMLStreamReader in, List<PathTree> at, boolean encoded)
            throws XMLStreamException, UnreadableAnswer {
        RecordCopy copy = new RecordCopy(leaveOut, shape.limits().recordBytes());
        return new XmlWalk(findings, shape, copy, keeping, encoded).walk(in, at);
    }

    private void envelope(XMLStreamReader in, String soap) throws XMLStreamException, UnreadableAnswer {
        Deque<XmlWalk.Held> held = new ArrayDeque<>();
        while (!findings.stopped() && nextElement(in)) {
            if (in.getLocalName().equals("Body") && soap.equals(in.getNamespaceURI())) {
                body(in, soap, held);
            } else {
                skip(in);
            }
        }
        references.resolve(held, true);
    }

    private void body(XMLStreamReader in, String soap, Deque<XmlWalk.Held> held)
            throws XMLStreamException, UnreadableAnswer {
        boolean first = true;
        while (!findings.stopped() && nextElement(in)) {
            if (in.getLocalName().equals("Fault") && soap.equals(in.getNamespaceURI())) {
                findings.fault(SoapFaults.read(in));
            } else if (first) {
                held.addAll(walk(in, answer(in, soap), true));
            } else if (follows()) {
                held.addAll(walk(in, PathTree.NOTHING, true));
            } else if (!keeping.keep(in)) {
                skip(in);
            }
            first = false;
        }
    }

    /** Moves to the next element within the one just entered; false at its end. */
    private static boolean nextElement(XMLStreamReader in) throws XMLStreamException {
        while (true) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    private static void toElement(XMLStreamReader in) throws XMLStreamException, UnreadableAnswer {
        while (in.getEventType() != XMLStreamConstants.START_ELEMENT) {
            if (in.next() == XMLStreamConstants.DTD) {
                throw XmlInput.at(
                        in,
                        UnreadableAnswer.Why.DOCTYPE,
                        "a DOCTYPE is refused, because it can make a reader fetch and expand what it should not");
            }
        }
    }

    /** Reads on to the very end: a document that breaks off after its last record is no whole document. */
    private void toEnd(XMLStreamReader in) throws XMLStreamException {
        while (!findings.stopped() && in.hasNext()) {
            in.next();
        }
    }

    static void skip(XMLStreamReader in) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
