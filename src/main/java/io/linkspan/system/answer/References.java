package io.linkspan.system.answer;

import io.linkspan.record.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Resolves {@code href="#id"} of SOAP's own encoding (SOAP 1.1, section 5.4.1), where a record may say that a part of it
 * stands beside the answer's first element. Such parts come after the records, so records that refer to them, and all
 * behind the first of those, are kept until the end of the document, and so are all that share a section; that costs
 * memory up to {@link AnswerShape.Limits#heldBytes} and parses the kept records a second time. Answers without references
 * cost nothing.
 */
final class References {
    /** Walks an element found elsewhere as if it stood where it is referred to. */
    @FunctionalInterface
    interface Walker {
        Deque<XmlWalk.Held> walk(XMLStreamReader in, List<PathTree> at, boolean encoded)
                throws XMLStreamException, UnreadableAnswer;
    }

    private final Walker walker;
    private final Beside beside;
    private final AnswerShape.Limits limits;
    private final PathTree leaveOut;
    private final Findings findings;
    private final Keeping keeping;
    private boolean follow;

    References(Walker walker, AnswerShape shape, PathTree leaveOut, Findings findings, Keeping keeping) {
        this.walker = walker;
        this.beside = shape.beside();
        this.limits = shape.limits();
        this.leaveOut = leaveOut;
        this.findings = findings;
        this.keeping = keeping;
    }

    /**
     * Hands on everything that waited, each with what it refers to in its place and what it shares with the others.
     *
     * @param encoded whether there are references at all
     */
    void resolve(Deque<XmlWalk.Held> waiting, boolean encoded) throws XMLStreamException, UnreadableAnswer {
        follow = encoded;
        List<byte[]> records = new ArrayList<>();
        while (!waiting.isEmpty() && !findings.stopped()) {
            switch (waiting.pop()) {
                case XmlWalk.Held.Whole(Payload record) -> records.add(record.bytes());
                case XmlWalk.Held.Elsewhere elsewhere -> {
                    Deque<XmlWalk.Held> inner = walkPart(elsewhere);
                    while (!inner.isEmpty()) {
                        waiting.push(inner.removeLast());
                    }
                }
            }
        }
        for (byte[] record : records) {
            if (!findings.stopped()) {
                handOn(keeping.sections().into(record));
            }
        }
    }

    private Deque<XmlWalk.Held> walkPart(XmlWalk.Held.Elsewhere elsewhere) throws XMLStreamException, UnreadableAnswer {
        byte @Nullable [] part = part(elsewhere.to());
        if (part == null) {
            return new ArrayDeque<>();
        }
        keeping.hold(part.length);
        return walker.walk(open(part), elsewhere.places(), true);
    }

    private void handOn(byte[] record) throws XMLStreamException, UnreadableAnswer {
        RecordCopy copy = new RecordCopy(leaveOut, limits.recordBytes());
        XMLStreamReader in = open(record);
        if (!isNil(in)) {
            String own = in.getAttributeValue(null, "id");
            inline(in, copy, own == null ? new ArrayDeque<>() : new ArrayDeque<>(List.of(own)));
            findings.record(new Payload(Payload.Format.XML, copy.take()));
        }
    }

    private boolean isNil(XMLStreamReader in) throws XMLStreamException, UnreadableAnswer {
        Reference to = reference(in);
        byte @Nullable [] part = to == null ? null : part(to);
        return XmlWalk.isNil(in) || (part != null && XmlWalk.isNil(open(part)));
    }

    private @Nullable Reference reference(XMLStreamReader in) throws XMLStreamException {
        Reference to = follow ? Reference.in(in, beside) : null;
        // What was kept is written in the shortest way, so an element without anything in it is written as an empty
        // one.
        return to == null || to.sure() || ((XMLStreamReader2) in).isEmptyElement() ? to : null;
    }

    /**
     * Copies the element the reader stands on, each reference in it replaced by what it refers to. One to an element it stands
     * in stays as it is: where a customer names its contacts and each of them its customer, the circle has to end somewhere.
     */
    private void inline(XMLStreamReader in, RecordCopy copy, Deque<String> trail)
            throws XMLStreamException, UnreadableAnswer {
        int outside = trail.size();
        XMLStreamReader held = in;
        for (Reference to = reference(in); to != null; to = reference(held)) {
            byte @Nullable [] part = part(to);
            if (part == null || trail.contains(to.id())) {
                break;
            }
            enter(to.id(), trail);
            held = open(part);
        }
        copy.start(in, held);
        children(held, copy, trail);
        if (trail.size() > outside) {
            XmlAnswer.skip(in);
        }
        while (trail.size() > outside) {
            trail.pop();
        }
    }

    private void enter(String id, Deque<String> trail) throws UnreadableAnswer {
        if (trail.size() >= limits.depth()) {
            throw new UnreadableAnswer(
                    UnreadableAnswer.Why.TOO_DEEP,
                    "href='#" + id + "' is nested deeper than " + limits.depth() + " references");
        }
        trail.push(id);
    }

    private void children(XMLStreamReader in, RecordCopy copy, Deque<String> trail)
            throws XMLStreamException, UnreadableAnswer {
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> inline(in, copy, trail);
                case XMLStreamConstants.END_ELEMENT -> {
                    copy.end();
                    return;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> copy.text(in);
                default -> {
                    // a kept part holds nothing else
                }
            }
        }
    }

    /** The element referred to; null where what looked like a reference is none. */
    private byte @Nullable [] part(Reference to) throws UnreadableAnswer {
        byte @Nullable [] part = keeping.part(to.id());
        if (part == null && to.sure()) {
            throw new UnreadableAnswer(
                    UnreadableAnswer.Why.REFERENCE, "href='#" + to.id() + "' leads to no element with that id");
        }
        return part;
    }

    private XMLStreamReader open(byte[] element) throws XMLStreamException, UnreadableAnswer {
        try {
            XMLStreamReader in = XmlInput.open(new ByteArrayInputStream(element), null, element.length);
            in.nextTag();
            return in;
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    static UnreadableAnswer tooMuch(AnswerShape.Limits limits) {
        return new UnreadableAnswer(
                UnreadableAnswer.Why.TOO_LARGE,
                "records need what stands beside them, and more than " + limits.heldBytes()
                        + " bytes had to be kept for that: ask for smaller pages");
    }
}
