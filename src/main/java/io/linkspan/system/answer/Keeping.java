package io.linkspan.system.answer;

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
 * Keeps copies of what stands beside the records while a document is walked: the sections they share and, where references
 * are followed, whatever has an id. Such elements may stand in each other, and records in them.
 */
final class Keeping {
    private final AnswerShape shape;
    private final Deque<Copying> running = new ArrayDeque<>(2);
    private final Map<String, byte[]> parts = new HashMap<>();
    private final Sections sections = new Sections();
    private long heldBytes;

    /** An element being copied: a shared section, or one with an id. */
    private record Copying(RecordCopy copy, @Nullable String id) {}

    Keeping(AnswerShape shape) {
        this.shape = shape;
    }

    /** Enters the element the reader stands on. */
    void start(XMLStreamReader in, List<PathTree> at) {
        running.forEach(one -> one.copy.start(in));
        if (PathTree.isShared(at)) {
            begin(in, null);
        }
        String id = shape.beside().hrefs() ? in.getAttributeValue(null, "id") : null;
        if (id != null) {
            begin(in, id);
        }
    }

    private void begin(XMLStreamReader in, @Nullable String id) {
        RecordCopy copy = new RecordCopy(new PathTree(), shape.limits().recordBytes());
        copy.start(in);
        running.push(new Copying(copy, id));
    }

    void text(XMLStreamReader in) {
        running.forEach(one -> one.copy.text(in));
    }

    /** Leaves the innermost element; a copy that ends with it is kept. */
    void end() throws UnreadableAnswer {
        running.forEach(one -> one.copy.end());
        while (!running.isEmpty() && !running.getFirst().copy.running()) {
            Copying done = running.pop();
            byte[] copy = done.copy.take();
            hold(copy.length);
            if (done.id == null) {
                sections.add(copy);
            } else {
                parts.putIfAbsent(done.id, copy);
            }
        }
    }

    /** Keeps the element the reader stands on if it has an id, reading to its end; false if it has none. */
    boolean keep(XMLStreamReader in) throws XMLStreamException, UnreadableAnswer {
        String id = in.getAttributeValue(null, "id");
        if (id == null) {
            return false;
        }
        begin(in, id);
        while (!running.isEmpty()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> running.getFirst().copy.start(in);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(in);
                default -> {
                    // comments and processing instructions mean nothing to a record
                }
            }
        }
        return true;
    }

    /** The element with an id; the first one, where several have it. */
    byte @Nullable [] part(String id) {
        return parts.get(id);
    }

    Sections sections() {
        return sections;
    }

    void hold(long bytes) throws UnreadableAnswer {
        heldBytes += bytes;
        if (heldBytes > shape.limits().heldBytes()) {
            throw References.tooMuch(shape.limits());
        }
    }
}
