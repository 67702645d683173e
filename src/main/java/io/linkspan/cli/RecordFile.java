package io.linkspan.cli;

import io.linkspan.record.Payload;
import io.linkspan.system.answer.AnswerShape;
import io.linkspan.system.answer.Beside;
import io.linkspan.system.answer.RecordScanner;
import io.linkspan.system.answer.UnreadableAnswer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A file of source records: XML, JSON or one JSON document a line, plain or gzipped, read as a stream. */
final class RecordFile {
    private static final int GZIP = 0x1f;
    private static final int AHEAD = 256;

    private final Path path;
    private final Beside beside;

    /** A file whose records have everything in them. */
    RecordFile(Path path) {
        this(path, Beside.NOTHING);
    }

    /** A file whose records may need something from beside them. */
    RecordFile(Path path, Beside beside) {
        this.path = path;
        this.beside = beside;
    }

    /**
     * Hands on each record at a path, and says how many there were. A file cut out of an answer begins somewhere on that
     * path: at the list of records, or at one record. An XML file at {@code .} is one record, as it stands.
     */
    long each(String records, Consumer<Payload> sink) {
        if (records.equals(".") && !beside.hrefs() && isXml()) {
            sink.accept(new Payload(Payload.Format.XML, whole()));
            return 1;
        }
        long found = at(records, sink);
        for (int slash = records.indexOf('/'); found == 0 && slash >= 0; slash = records.indexOf('/', slash + 1)) {
            found = at(records.substring(slash + 1), sink);
        }
        return found;
    }

    private boolean isXml() {
        try (InputStream bytes = open()) {
            return format(bytes) == Payload.Format.XML;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private byte[] whole() {
        try (InputStream bytes = open()) {
            return bytes.readAllBytes();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private RuntimeException unreadable(IOException why) {
        return why instanceof NoSuchFileException
                ? Ends.calledWrongly("there is no file '" + path + "'")
                : Ends.calledWrongly("the file '" + path + "' cannot be read: " + why.getMessage());
    }

    private long at(String records, Consumer<Payload> sink) {
        RecordScanner scanner = scanner(records);
        try (InputStream bytes = open()) {
            return scanner.scan(bytes, format(bytes), null, sink::accept).records();
        } catch (UnreadableAnswer broken) {
            throw Ends.inputIsWrong(path + ": " + broken.getMessage());
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private RecordScanner scanner(String records) {
        try {
            return new RecordScanner(AnswerShape.ofRecords(records, beside));
        } catch (IllegalArgumentException badPath) {
            throw Ends.calledWrongly(String.valueOf(badPath.getMessage()));
        }
    }

    private InputStream open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
        bytes.mark(AHEAD);
        int first = bytes.read();
        bytes.reset();
        return first == GZIP ? new BufferedInputStream(new GZIPInputStream(bytes)) : bytes;
    }

    /** JSON begins with anything but {@code <}, whatever the encoding and the blanks before. */
    private static Payload.Format format(InputStream bytes) throws IOException {
        bytes.mark(AHEAD);
        try {
            for (int i = 0; i < AHEAD; i++) {
                int next = bytes.read();
                if (next == '<') {
                    return Payload.Format.XML;
                }
                if (next == '{' || next == '[' || next < 0) {
                    break;
                }
            }
            return Payload.Format.JSON;
        } finally {
            bytes.reset();
        }
    }
}
