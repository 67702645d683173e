package io.linkspan.sandbox.erp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The changes in a file that is only ever appended to: 16 bytes each, behind a head that says whose they are. What was
 * appended is there after the process was killed; a last entry that was cut short is dropped.
 */
final class ChangeFile implements AutoCloseable {
    static final int ADDED = 1;
    static final int CHANGED = 2;
    static final int DELETED = 3;

    private static final long MAGIC = 0x4C53_4552_5030_3031L;
    private static final int HEAD = 24;
    private static final int ENTRY = 16;

    private final FileChannel channel;
    private final ByteBuffer entry = ByteBuffer.allocate(ENTRY);

    private ChangeFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens or begins the file.
     *
     * @throws IllegalStateException where the file belongs to another house
     */
    static ChangeFile open(Path path, long seed, int begin) {
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            head.putLong(MAGIC).putLong(seed).putLong(begin).flip();
            if (channel.size() < HEAD) {
                channel.truncate(0).write(head, 0);
            } else {
                verify(channel, head, path);
            }
            return new ChangeFile(channel);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot keep changes in " + path + ": " + broken.getMessage(), broken);
        }
    }

    private static void verify(FileChannel channel, ByteBuffer expected, Path path) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(HEAD);
        channel.read(found, 0);
        if (!found.flip().equals(expected)) {
            channel.close();
            throw new IllegalStateException(path + " belongs to an ERP with another seed or size at the beginning;"
                    + " start it with those, or delete the file");
        }
    }

    /** Takes what was kept. */
    interface Reader {
        /** One entry, in order. */
        void entry(int what, int record, long time);
    }

    /** Reads all that was kept; from then on the file is appended to. */
    void replay(Reader reader) {
        try {
            ByteBuffer all = ByteBuffer.allocate((int) (channel.size() - HEAD));
            channel.read(all, HEAD);
            all.flip();
            while (all.remaining() >= ENTRY) {
                long time = all.getLong();
                int record = all.getInt();
                reader.entry(all.getInt(), record, time);
            }
            channel.truncate(channel.size() - all.remaining());
            channel.position(channel.size());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void append(int what, int record, long time) {
        try {
            channel.write(
                    entry.clear().putLong(time).putInt(record).putInt(what).flip());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
