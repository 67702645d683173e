package io.linkspan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Where a run leaves what its processes said; what the run before left is thrown away. */
final class RunFolder {
    private RunFolder() {}

    static Path fresh(Path results, String name) throws IOException {
        Path folder = results.resolve("run").resolve(name);
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectories(folder);
    }
}
