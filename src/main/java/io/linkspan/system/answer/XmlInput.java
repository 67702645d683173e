package io.linkspan.system.answer;

import io.linkspan.xml.DistinctNames.TooManyNames;
import io.linkspan.xml.StartTags.TooManyAttributes;
import io.linkspan.xml.XmlParser;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * Opens an XML document in whatever encoding it says it has, by RFC 7303, section 3: the byte order mark first, then what
 * the transport says, then the XML declaration, then UTF-8. Bytes the encoding does not have are an error, never replaced.
 */
final class XmlInput {
    /** Long enough for a declaration with an encoding in UTF-16. */
    private static final int HEAD = 256;

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final Pattern CUT_OFF = Pattern.compile("(?i)end-of-input");
    /** How the parser speaks of a byte that is no UTF-8; a lone byte above 127 it calls an illegal character. */
    private static final Pattern FOREIGN_BYTE =
            Pattern.compile("UTF-8|Illegal XML character.*code (12[89]|1[3-9]\\d|2\\d\\d)\\)");

    private static final XmlParser PARSER =
            new XmlParser(Map.of(XMLInputFactory2.P_LAZY_PARSING, false, XMLInputFactory2.P_AUTO_CLOSE_INPUT, false));

    private XmlInput() {}

    /**
     * Opens a document.
     *
     * @param charset what the transport says of the encoding, or null
     * @param longest bytes, or characters, of a text, a comment, a tag or whatever else is read as one
     */
    static XMLStreamReader open(InputStream bytes, @Nullable String charset, int longest)
            throws IOException, UnreadableAnswer {
        Watched watched = new Watched(longest);
        PushbackInputStream in = new PushbackInputStream(bytes, HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.unread(head);
        String declared = declared(head);
        String encoding = firstOf(byMark(head), charset, declared, "UTF-8");
        try {
            boolean asDeclared = declared == null || declared.equalsIgnoreCase(encoding);
            if (encoding.equalsIgnoreCase("UTF-8") && asDeclared) {
                return watched.reader(PARSER.factory().createXMLStreamReader(watched.bytes(in), "UTF-8"));
            }
            Reader decoded = new InputStreamReader(skipMark(in, head), decoder(encoding));
            return watched.reader(PARSER.factory().createXMLStreamReader(watched.characters(decoded)));
        } catch (XMLStreamException broken) {
            throw explain(broken, null);
        }
    }

    private static java.nio.charset.CharsetDecoder decoder(String encoding) throws UnreadableAnswer {
        try {
            return Charset.forName(encoding)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new UnreadableAnswer(
                    UnreadableAnswer.Why.ENCODING, 1, 1, "the encoding '" + encoding + "' is not known here", unknown);
        }
    }

    private static @Nullable String byMark(byte[] head) {
        int first = at(head, 0);
        int second = at(head, 1);
        if (first == 0xEF && second == 0xBB && at(head, 2) == 0xBF) {
            return "UTF-8";
        }
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second == '<')) {
            return "UTF-16BE";
        }
        return (first == 0xFF && second == 0xFE) || (first == '<' && second == 0) ? "UTF-16LE" : null;
    }

    private static int at(byte[] head, int index) {
        return index < head.length ? head[index] & 0xFF : -1;
    }

    private static @Nullable String declared(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        Matcher declaration = DECLARED.matcher(text);
        return declaration.find() ? declaration.group(1).toUpperCase(Locale.ROOT) : null;
    }

    private static InputStream skipMark(PushbackInputStream in, byte[] head) throws IOException {
        int first = at(head, 0);
        if (first == 0xEF && at(head, 1) == 0xBB) {
            in.skipNBytes(3);
        } else if (first == 0xFE || first == 0xFF) {
            in.skipNBytes(2);
        }
        return in;
    }

    private static String firstOf(@Nullable String... names) {
        for (String name : names) {
            if (name != null) {
                return name;
            }
        }
        throw new IllegalStateException("the last one is never null");
    }

    /** Says what is wrong and where, without a word of the document; a broken connection stays an {@link IOException}. */
    static UnreadableAnswer explain(XMLStreamException broken, @Nullable XMLStreamReader in) throws IOException {
        Throwable cause = broken.getNestedException() != null ? broken.getNestedException() : broken.getCause();
        String message = String.valueOf(broken.getMessage());
        boolean encoding = cause instanceof CharConversionException
                || cause instanceof CharacterCodingException
                || FOREIGN_BYTE.matcher(message).find();
        Location place = broken.getLocation() != null || in == null ? broken.getLocation() : in.getLocation();
        long line = place == null ? 0 : place.getLineNumber();
        long column = place == null ? 0 : place.getColumnNumber();
        if (broken instanceof TooManyNames) {
            String said = "has " + message + ": let the other side send values as values";
            return new UnreadableAnswer(UnreadableAnswer.Why.TOO_LARGE, line, column, said, broken);
        }
        if (cause instanceof TooManyAttributes many) {
            String said = "has " + many.getMessage() + ": let the other side send elements instead";
            return new UnreadableAnswer(UnreadableAnswer.Why.TOO_LARGE, line, column, said, many);
        }
        if (cause instanceof Watched.TooLong tooLong) {
            String said = "has " + tooLong.getMessage() + ": let the other side leave it out";
            return new UnreadableAnswer(UnreadableAnswer.Why.TOO_LARGE, line, column, said, tooLong);
        }
        if (cause instanceof IOException lost && !encoding) {
            throw lost;
        }
        if (encoding) {
            String said =
                    "holds bytes that are not in the encoding it declares: let the other side send what it declares";
            return new UnreadableAnswer(UnreadableAnswer.Why.ENCODING, line, column, said, broken);
        }
        return CUT_OFF.matcher(message).find()
                ? new UnreadableAnswer(UnreadableAnswer.Why.CUT_OFF, line, column, "breaks off in the middle", broken)
                : new UnreadableAnswer(UnreadableAnswer.Why.MALFORMED, line, column, "is not well-formed XML", broken);
    }

    static UnreadableAnswer at(XMLStreamReader in, UnreadableAnswer.Why why, String message) {
        Location place = in.getLocation();
        return new UnreadableAnswer(why, place.getLineNumber(), place.getColumnNumber(), message, null);
    }

    static UnreadableAnswer tooLarge(long line, long column, AnswerShape.Limits limits) {
        String said =
                "a record is larger than " + limits.recordBytes() + " bytes: leave parts of it out, or raise the limit";
        return new UnreadableAnswer(UnreadableAnswer.Why.TOO_LARGE, line, column, said, null);
    }

    static void close(XMLStreamReader in) {
        try {
            in.close();
        } catch (XMLStreamException harmless) {
            // the document has been read or given up; closing a reader frees its buffers and nothing else
        }
    }
}
