package io.linkspan.admin.security;

import io.linkspan.ops.StartFailure;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The embedded way's key: made at the first start, kept beside the data, readable for its owner only. */
final class OwnKey {
    private static final String FILE = "admin.key";
    private static final int BYTES = 24;

    private OwnKey() {}

    static String in(Path data) {
        Path file = data.resolve(FILE);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : made(data, file);
        } catch (IOException denied) {
            throw new StartFailure(
                    "the admin key cannot be kept in " + file + ": " + denied.getMessage(),
                    "make the folder writable, or configure linkspan.admin.keys");
        }
    }

    private static String made(Path data, Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String key = "lsk_" + HexFormat.of().formatHex(random);
        Files.createDirectories(data);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, key + "\n");
        // The one time it is shown; a log keeps no credentials, so it goes to the screen.
        System.out.println("linkspan: the admin API's key, kept in " + file + ": " + key);
        return key;
    }
}
