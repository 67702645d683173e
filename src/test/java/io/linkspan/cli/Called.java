package io.linkspan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a call of {@code linkspan mapping} printed and how it ended. */
record Called(int exitCode, String out, String err) {
    static Called with(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int exitCode = MappingCommand.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Called(exitCode, out.toString().replace(System.lineSeparator(), "\n"), err.toString());
    }

    static Path file(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
