package io.linkspan.cli.shape;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Learns shapes from sample files. */
public final class SampleShapes {
    static final int DEEPEST = 200;
    static final int MOST_FIELDS = 5_000;
    private static final int GZIP = 0x1f;

    private SampleShapes() {}

    /**
     * The shape of a sample document, XML or JSON. Of a SOAP envelope it is the body's first element. JSON has a root
     * without a name, so that paths begin with its properties.
     */
    public static Shape of(Path sample) throws UnreadableShape {
        return of(List.of(sample));
    }

    /** Whether a sample is JSON; a file that cannot be read is not. */
    public static boolean isJson(Path sample) {
        try (InputStream bytes = open(sample)) {
            return looksLikeJson(bytes);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The shape that several samples have together. */
    public static Shape of(List<Path> samples) throws UnreadableShape {
        Shape root = Shape.element("");
        for (Path sample : samples) {
            read(sample, root);
        }
        return root;
    }

    static UnreadableShape tooMany(Path sample) {
        return new UnreadableShape(sample + " has more than " + MOST_FIELDS + " different fields");
    }

    private static void read(Path sample, Shape root) throws UnreadableShape {
        try (InputStream bytes = open(sample)) {
            if (looksLikeJson(bytes)) {
                JsonSample.read(bytes, root, sample);
            } else {
                XmlSample.read(bytes, root, sample);
            }
        } catch (IOException unreadable) {
            throw new UnreadableShape(sample + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static InputStream open(Path sample) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(sample));
        bytes.mark(1);
        int first = bytes.read();
        bytes.reset();
        return first == GZIP ? new BufferedInputStream(new GZIPInputStream(bytes)) : bytes;
    }

    private static boolean looksLikeJson(InputStream bytes) throws IOException {
        bytes.mark(64);
        try {
            int next = bytes.read();
            while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
                next = bytes.read();
            }
            return next == '{' || next == '[';
        } finally {
            bytes.reset();
        }
    }
}
