package io.linkspan.cli.remote;

import io.linkspan.cli.Ends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A record in a file, as UTF-8. */
final class RecordText {
    private RecordText() {}

    static String of(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException notThere) {
            throw Ends.calledWrongly("cannot read " + file + ": " + notThere.getMessage());
        }
    }
}
