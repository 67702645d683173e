package io.linkspan.system.answer;

import io.linkspan.record.Payload;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks one element and everything below it, handing on the records and noting the values. */
final class XmlWalk {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int LONGEST_VALUE = 1 << 16;

    /** A wanted text being read: the paths it is the value of, and how deep its element is. */
    private record Capture(List<String> paths, int depth, StringBuilder text) {}

    private final Findings findings;
    private final AnswerShape shape;
    private final AnswerShape.Limits limits;
    private final RecordCopy copy;
    private final Keeping keeping;
    private final boolean encoded;
    private final Deque<Held> held = new ArrayDeque<>();
    private final List<List<PathTree>> places = new ArrayList<>();
    private final Deque<Capture> captures = new ArrayDeque<>();
    private boolean refers;
    private long heldBytes;

    /** Something whose turn comes when the whole document has been read, because it refers to another part of it. */
    sealed interface Held {
        /** A record; it refers to others, or follows one that does. */
        record Whole(Payload record) implements Held {}

        /** An element outside any record that stands for another one. */
        record Elsewhere(Reference to, List<PathTree> places) implements Held {}
    }

    /**
     * @param encoded whether {@code href="#id"} stands for another element, as in SOAP's own encoding
     */
    XmlWalk(Findings findings, AnswerShape shape, RecordCopy copy, Keeping keeping, boolean encoded) {
        this.findings = findings;
        this.shape = shape;
        this.limits = shape.limits();
        this.copy = copy;
        this.keeping = keeping;
        this.encoded = encoded;
    }

    /**
     * Walks the element the reader stands on and leaves the reader on its end, or where the handler had enough.
     *
     * @param at where in the wanted paths the element is
     * @return what must wait for the end of the document
     */
    Deque<Held> walk(XMLStreamReader in, List<PathTree> at) throws XMLStreamException, UnreadableAnswer {
        enter(in, at);
        while (!places.isEmpty() && !findings.stopped()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                    enter(in, PathTree.step(places.getLast(), in.getNamespaceURI(), in.getLocalName()));
                case XMLStreamConstants.END_ELEMENT -> leave();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(in);
                default -> {
                    // comments and processing instructions mean nothing to a record
                }
            }
        }
        return held;
    }

    private void enter(XMLStreamReader in, List<PathTree> at) throws UnreadableAnswer {
        places.add(at);
        if (places.size() > limits.depth()) {
            throw new UnreadableAnswer(
                    UnreadableAnswer.Why.TOO_DEEP,
                    in.getLocation().getLineNumber(),
                    in.getLocation().getColumnNumber(),
                    "elements are nested deeper than " + limits.depth() + " levels",
                    null);
        }
        keeping.start(in, at);
        Reference to = encoded ? Reference.in(in, shape.beside()) : null;
        if (!copy.running() && to != null && !at.isEmpty() && !PathTree.isRecord(at)) {
            held.add(new Held.Elsewhere(to, at));
            return;
        }
        refers |= to != null;
        note(in, at);
        if (copy.running() || (PathTree.isRecord(at) && !isNil(in))) {
            copy.start(in);
        }
    }

    private void note(XMLStreamReader in, List<PathTree> at) {
        for (PathTree place : at) {
            if (!place.values().isEmpty() && !isNil(in)) {
                captures.push(new Capture(place.values(), places.size(), new StringBuilder()));
            }
            for (Map.Entry<String, List<String>> attribute : place.attributes().entrySet()) {
                noteAttribute(in, attribute.getKey(), attribute.getValue());
            }
        }
        if (PathTree.isExpected(at)) {
            findings.expected();
        }
    }

    private void noteAttribute(XMLStreamReader in, String name, List<String> paths) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(name)) {
                String value = in.getAttributeValue(i);
                paths.forEach(path -> findings.value(path, value));
            }
        }
    }

    private void text(XMLStreamReader in) {
        keeping.text(in);
        if (copy.running()) {
            copy.text(in);
        }
        for (Capture capture : captures) {
            int room = LONGEST_VALUE - capture.text().length();
            capture.text().append(in.getTextCharacters(), in.getTextStart(), Math.min(room, in.getTextLength()));
        }
    }

    private void leave() throws UnreadableAnswer {
        while (!captures.isEmpty() && captures.getFirst().depth() == places.size()) {
            Capture done = captures.pop();
            done.paths().forEach(path -> findings.value(path, done.text().toString()));
        }
        places.removeLast();
        keeping.end();
        if (copy.running()) {
            copy.end();
            if (!copy.running()) {
                handOn(copy.take());
            }
        }
    }

    private void handOn(byte[] record) throws UnreadableAnswer {
        if (refers || !held.isEmpty() || shape.beside().shares()) {
            heldBytes += record.length;
            if (heldBytes > limits.heldBytes()) {
                throw References.tooMuch(limits);
            }
            held.add(new Held.Whole(new Payload(Payload.Format.XML, record)));
        } else if (!findings.stopped()) {
            findings.record(new Payload(Payload.Format.XML, record));
        }
        refers = false;
    }

    static boolean isNil(XMLStreamReader in) {
        String nil = in.getAttributeValue(XSI, "nil");
        return "true".equals(nil) || "1".equals(nil);
    }
}
