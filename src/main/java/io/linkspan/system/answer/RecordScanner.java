package io.linkspan.system.answer;

import io.linkspan.record.Payload;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts documents into records in one pass, holding one record at a time. Made once for a shape; safe for several threads.
 *
 * <p>XML may come in a SOAP envelope 1.1 or 1.2 or bare, in any encoding the JVM knows; each record comes out as an element
 * in UTF-8 that stands by itself. JSON may be one document or one document a line; a record is each element of the array at
 * the records' path, or the object there.
 */
public final class RecordScanner {
    private final AnswerShape shape;
    private final PathTree wanted;
    private final PathTree leaveOut;

    /**
     * A scanner for documents of one shape.
     *
     * @throws IllegalArgumentException for a path that cannot be read
     */
    public RecordScanner(AnswerShape shape) {
        this.shape = shape;
        this.wanted = PathTree.of(shape);
        this.leaveOut = PathTree.leavingOut(shape.leaveOut());
    }

    /**
     * Reads a document to its end, or until the handler has enough. The stream is not closed.
     *
     * @param charset the encoding the transport names, or null; JSON needs none (RFC 8259)
     * @throws IOException when the stream breaks
     * @throws UnreadableAnswer when the document does; records handed on before stay valid
     */
    public ScannedAnswer scan(
            InputStream document, Payload.Format format, @Nullable String charset, AnswerHandler handler)
            throws IOException, UnreadableAnswer {
        return switch (format) {
            case XML -> new XmlAnswer(shape, wanted, leaveOut, handler).read(document, charset);
            case JSON -> new JsonAnswer(shape, wanted, leaveOut, handler).read(document);
        };
    }
}
