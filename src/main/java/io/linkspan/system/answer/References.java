package io.linkspan.system.answer;

import io.linkspan.record.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Resolves {@code href="#id"} of SOAP's own encoding (SOAP 1.1, section 5.4.1), where a record may say that a part of it
 * stands beside the answer's first element. Such parts come after the records, so records that refer to them, and all
 * behind the first of those, are kept until the end of the document; that costs memory up to {@link
 * AnswerShape.Limits#heldBytes} and parses the kept records a second time. Answers without references cost nothing.
 */
final class References {
    /** Walks an element found elsewhere as if it stood where it is referred to. */
    @FunctionalInterface
    interface Walker {
        Deque<XmlWalk.Held> walk(XMLStreamReader in, List<PathTree> at, boolean encoded)
                throws XMLStreamException, UnreadableAnswer;
    }

    private final Walker walker;
    private final AnswerShape.Limits limits;
    private final PathTree leaveOut;
    private final Findings findings;
    private final Map<String, byte[]> parts = new HashMap<>();
    private long heldBytes;

    References(Walker walker, AnswerShape.Limits limits, PathTree leaveOut, Findings findings) {
        this.walker = walker;
        this.limits = limits;
        this.leaveOut = leaveOut;
        this.findings = findings;
    }

    /** Keeps the element the reader stands on if it has an id, reading to its end; false if it has none. */
    boolean keep(XMLStreamReader in) throws XMLStreamException, UnreadableAnswer {
        String id = in.getAttributeValue(null, "id");
        if (id == null) {
            return false;
        }
        RecordCopy copy = new RecordCopy(new PathTree(), limits.recordBytes());
        copy.start(in);
        while (copy.running()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> copy.start(in);
                case XMLStreamConstants.END_ELEMENT -> copy.end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> copy.text(in);
                default -> {
                    // comments and processing instructions mean nothing to a record
                }
            }
        }
        byte[] part = copy.take();
        hold(part.length);
        parts.put(id, part);
        return true;
    }

    /** Hands on everything that waited, each with what it refers to in its place. */
    void resolve(Deque<XmlWalk.Held> waiting) throws XMLStreamException, UnreadableAnswer {
        Deque<String> trail = new ArrayDeque<>();
        while (!waiting.isEmpty() && !findings.stopped()) {
            switch (waiting.pop()) {
                case XmlWalk.Held.Whole(Payload record) -> handOn(record.bytes(), trail);
                case XmlWalk.Held.Elsewhere elsewhere -> {
                    Deque<XmlWalk.Held> inner = walkPart(elsewhere);
                    while (!inner.isEmpty()) {
                        waiting.push(inner.removeLast());
                    }
                    hold(1);
                }
            }
        }
    }

    private Deque<XmlWalk.Held> walkPart(XmlWalk.Held.Elsewhere elsewhere) throws XMLStreamException, UnreadableAnswer {
        return walker.walk(open(part(elsewhere.id())), elsewhere.places(), true);
    }

    private void handOn(byte[] record, Deque<String> trail) throws XMLStreamException, UnreadableAnswer {
        RecordCopy copy = new RecordCopy(leaveOut, limits.recordBytes());
        XMLStreamReader in = open(record);
        if (!isNil(in)) {
            inline(in, copy, trail);
            findings.record(new Payload(Payload.Format.XML, copy.take()));
        }
    }

    private boolean isNil(XMLStreamReader in) throws XMLStreamException, UnreadableAnswer {
        String id = XmlWalk.reference(in);
        return XmlWalk.isNil(in) || (id != null && XmlWalk.isNil(open(part(id))));
    }

    /** Copies the element the reader stands on, each reference in it replaced by what it refers to. */
    private void inline(XMLStreamReader in, RecordCopy copy, Deque<String> trail)
            throws XMLStreamException, UnreadableAnswer {
        String id = XmlWalk.reference(in);
        if (id == null) {
            copy.start(in);
            children(in, copy, trail);
            return;
        }
        if (trail.contains(id) || trail.size() >= limits.depth()) {
            throw new UnreadableAnswer(UnreadableAnswer.Why.REFERENCE, "href='#" + id + "' leads in a circle");
        }
        trail.push(id);
        XMLStreamReader part = open(part(id));
        String further = XmlWalk.reference(part);
        if (further != null) {
            throw new UnreadableAnswer(UnreadableAnswer.Why.REFERENCE, "href='#" + id + "' leads to another href");
        }
        copy.start(in, part);
        children(part, copy, trail);
        trail.pop();
        XmlAnswer.skip(in);
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

    private byte[] part(String id) throws UnreadableAnswer {
        byte @Nullable [] part = parts.get(id);
        if (part == null) {
            throw new UnreadableAnswer(
                    UnreadableAnswer.Why.REFERENCE, "href='#" + id + "' leads to no element with that id");
        }
        return part;
    }

    private static XMLStreamReader open(byte[] element) throws XMLStreamException, UnreadableAnswer {
        try {
            XMLStreamReader in = XmlInput.open(new ByteArrayInputStream(element), null);
            in.nextTag();
            return in;
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private void hold(long bytes) throws UnreadableAnswer {
        heldBytes += bytes;
        if (heldBytes > limits.heldBytes()) {
            throw tooMuch(limits);
        }
    }

    static UnreadableAnswer tooMuch(AnswerShape.Limits limits) {
        return new UnreadableAnswer(
                UnreadableAnswer.Why.TOO_LARGE,
                "records refer to others by href, and more than " + limits.heldBytes()
                        + " bytes had to be kept to resolve that: ask for smaller pages");
    }
}
