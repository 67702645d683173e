package io.linkspan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the flow files a command is about. */
final class FlowPaths {
    static final Path FOLDER = Path.of("mappings");

    private FlowPaths() {}

    /** The files named, a folder standing for the flow files in it; the usual folder where nothing is named. */
    static List<Path> find(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path path : named.isEmpty() ? List.of(FOLDER) : named) {
            if (Files.isDirectory(path)) {
                files.addAll(in(path));
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw Ends.calledWrongly("there is no file '" + path + "'");
            }
        }
        if (files.isEmpty()) {
            throw Ends.calledWrongly("no flow files (*.yaml) in "
                    + (named.isEmpty() ? List.of(FOLDER) : named)
                            .stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return files;
    }

    /** The flow files directly in a folder. */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw Ends.calledWrongly("the folder '" + folder + "' cannot be read: " + unreadable.getMessage());
        }
    }
}
