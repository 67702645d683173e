package io.linkspan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small text files, with one clear message when they cannot be read or written. */
final class TextFile {
    private TextFile() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw Ends.calledWrongly("the file '" + file + "' cannot be read: " + unreadable.getMessage());
        }
    }

    static String readOr(Path file, String otherwise) {
        return Files.exists(file) ? read(file) : otherwise;
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw Ends.calledWrongly("the file '" + file + "' cannot be written: " + refused.getMessage());
        }
    }
}
