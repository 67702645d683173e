package io.linkspan.flow;

import io.linkspan.mapping.MappingFiles;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files a mapping may name: those beside the flow file and below, never others. Remembers what was read, because a
 * change there makes a new version of the flow.
 */
final class FilesBeside implements MappingFiles {
    private static final long LARGEST = 8L << 20;
    private static final int HASH_DIGITS = 16;

    private final Path flowFile;
    private final Path folder;
    private final Set<Path> read = new LinkedHashSet<>();
    private final MessageDigest digest = sha256();

    FilesBeside(Path flowFile, String text) {
        this.flowFile = flowFile;
        this.folder = flowFile.toAbsolutePath().normalize().resolveSibling("").toAbsolutePath();
        add(text);
    }

    @Override
    public @Nullable String read(String relativeFile, YamlNode place, Problems problems) {
        Path file = folder.resolve(relativeFile).normalize();
        if (!file.startsWith(folder)) {
            problems.error(
                    place.place(),
                    "file-outside",
                    "'" + relativeFile + "' lies outside the flow file's folder",
                    "put it beside the flow file or below");
            return null;
        }
        read.add(file);
        try {
            if (Files.size(file) > LARGEST) {
                problems.error(place.place(), "too-large", "'" + relativeFile + "' holds more than 8 MB", "split it");
                return null;
            }
            String text = Files.readString(file);
            add(relativeFile);
            add(text);
            return text;
        } catch (IOException unreadable) {
            problems.error(
                    place.place(),
                    "file-unreadable",
                    "'" + relativeFile + "' cannot be read: " + Unreadable.reason(unreadable),
                    "write its name as seen from the flow file's folder; text must be UTF-8");
            return null;
        }
    }

    @Override
    public String shown(String relativeFile) {
        return flowFile.resolveSibling(relativeFile).toString();
    }

    Set<Path> filesRead() {
        return Set.copyOf(read);
    }

    /** Stands for the flow file and everything read so far. */
    String hash() {
        try {
            byte[] sum = ((MessageDigest) digest.clone()).digest();
            return HexFormat.of().formatHex(sum).substring(0, HASH_DIGITS);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
