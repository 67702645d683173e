package io.linkspan.sandbox.crm;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that was applied, a JSON object a line, in a file that is only ever appended to. */
final class CrmFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutputStream out;

    private CrmFile(OutputStream out) {
        this.out = out;
    }

    /**
     * Reads what the file holds, then goes on writing behind it. A last line that was cut short is dropped.
     *
     * @throws IllegalStateException where a line in the middle is broken
     */
    static CrmFile open(Path path, Consumer<JsonNode> replay) {
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            if (Files.exists(path)) {
                replay(path, replay);
            }
            return new CrmFile(new BufferedOutputStream(
                    Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 256 * 1024));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot keep records in " + path + ": " + broken.getMessage(), broken);
        }
    }

    private static void replay(Path path, Consumer<JsonNode> replay) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long whole = endOfLastLine(file);
            file.setLength(whole);
        }
        try (var lines = Files.lines(path, StandardCharsets.UTF_8)) {
            lines.forEach(line -> replay.accept(parsed(path, line)));
        }
    }

    private static long endOfLastLine(RandomAccessFile file) throws IOException {
        for (long at = file.length() - 1; at >= 0; at--) {
            file.seek(at);
            if (file.read() == '\n') {
                return at + 1;
            }
        }
        return 0;
    }

    private static JsonNode parsed(Path path, String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException broken) {
            throw new IllegalStateException(
                    path + " holds a line that is no JSON; delete the file to begin anew", broken);
        }
    }

    /** Adds a line; it is safe from a kill only after {@link #flush}. */
    synchronized void append(JsonNode line) {
        try {
            out.write(JSON.writeValueAsBytes(line));
            out.write('\n');
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Hands everything to the operating system. */
    synchronized void flush() {
        try {
            out.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
