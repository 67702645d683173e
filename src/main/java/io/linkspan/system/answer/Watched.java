package io.linkspan.system.answer;

import io.linkspan.xml.DistinctNames;
import io.linkspan.xml.StartTags;
import io.linkspan.xml.XmlParser;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.function.IntUnaryOperator;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.util.StreamReader2Delegate;

/**
 * One document on its way to the parser and out of it. Reading ends before the document can hurt: an element of too many
 * attributes, too many different names, or something the parser would have to keep as a whole that is too long, be it a text,
 * a tag, a comment or a DOCTYPE.
 */
final class Watched {
    private final StartTags tags = new StartTags(StartTags.MOST_ATTRIBUTES);
    private final DistinctNames names = new DistinctNames(DistinctNames.MOST);
    private final int longest;
    private long sinceEvent;

    /** Begins a document; so many bytes or characters may pass without the parser having anything to tell. */
    Watched(int longest) {
        this.longest = longest;
    }

    /** Something in the document is longer than the parser may keep. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLong(int longest) {
            super("a text, tag, comment or DOCTYPE of more than " + longest + " bytes");
        }
    }

    /** Bytes of UTF-8. */
    InputStream bytes(InputStream document) {
        return new FilterInputStream(document) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int count = super.read(buffer, from, length);
                passes(i -> buffer[from + i], count);
                return count;
            }
        };
    }

    Reader characters(Reader document) {
        return new FilterReader(document) {
            @Override
            public int read() throws IOException {
                char[] one = new char[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(char[] buffer, int from, int length) throws IOException {
                int count = super.read(buffer, from, length);
                passes(i -> buffer[from + i], count);
                return count;
            }
        };
    }

    private void passes(IntUnaryOperator at, int count) throws IOException {
        if (count > 0) {
            tags.window(at, count);
            sinceEvent += count;
            if (sinceEvent > longest + (long) StartTags.WINDOW) {
                throw new TooLong(longest);
            }
        }
    }

    /** The parser reading what was given to it. */
    XMLStreamReader reader(XMLStreamReader parser) {
        return new StreamReader2Delegate((XMLStreamReader2) parser) {
            @Override
            public int next() throws XMLStreamException {
                int event = XmlParser.next(parser);
                sinceEvent = 0;
                names.event(event, this);
                return event;
            }
        };
    }
}
