package io.linkspan.cli.shape;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A WSDL with the local files it imports, as tools write them that keep port types and bindings apart. */
final class Definitions {
    private final List<Part> parts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<Path> read = new HashSet<>();

    /** One file's root element. */
    record Part(Path file, Element root) {}

    /** Reads a file and what it imports from beside it; nothing is fetched. */
    Definitions(Path file) throws UnreadableShape {
        add(file);
    }

    private void add(Path file) throws UnreadableShape {
        if (!read.add(file.toAbsolutePath().normalize())) {
            return;
        }
        Element root = Dom.parse(file);
        if (!"definitions".equals(root.getLocalName())) {
            throw new UnreadableShape(file + " is no WSDL 1.1: its root is '" + root.getLocalName() + "'");
        }
        parts.add(new Part(file, root));
        for (Element reference : Dom.children(root, "import").toList()) {
            String location = reference.getAttribute("location");
            boolean remote = location.isEmpty() || location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
            if (!remote && Files.isReadable(file.resolveSibling(location))) {
                add(file.resolveSibling(location));
            } else {
                notes.add((remote ? "not fetched: " : "not found: ") + location + " (save it beside "
                        + file.getFileName() + " and name the local file to have what it declares)");
            }
        }
    }

    List<Part> parts() {
        return parts;
    }

    /** What could not be followed. */
    List<String> notes() {
        return notes;
    }

    /** The target namespace of the file that was named. */
    String namespace() {
        return parts.getFirst().root().getAttribute("targetNamespace");
    }

    /** Everything of a kind, of all files. */
    Stream<Element> children(String kind) {
        return parts.stream().flatMap(part -> Dom.children(part.root(), kind));
    }
}
