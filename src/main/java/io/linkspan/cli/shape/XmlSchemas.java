package io.linkspan.cli.shape;

import io.linkspan.cli.shape.Dom.QualifiedName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The global declarations of a set of XML Schema documents, with the local files they include or import. */
final class XmlSchemas {
    static final String XS = "http://www.w3.org/2001/XMLSchema";

    private static final int DEEPEST = 30;

    private final Map<String, Map<QualifiedName, Element>> declarations = new HashMap<>();
    private final Set<Path> read = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    /** Adds one {@code xs:schema} element that stands in the given file. */
    void add(Element schema, Path file) throws UnreadableShape {
        String namespace = schema.getAttribute("targetNamespace");
        for (Element child : Dom.children(schema)) {
            String kind = child.getLocalName();
            switch (kind) {
                case "include", "import", "redefine" -> follow(child, file);
                default -> {
                    if (child.hasAttribute("name")) {
                        QualifiedName name = new QualifiedName(namespace, child.getAttribute("name"));
                        declarations
                                .computeIfAbsent(kind, any -> new HashMap<>())
                                .putIfAbsent(name, child);
                    }
                }
            }
        }
    }

    /** Adds the schema in a file of its own. */
    void addFile(Path file) throws UnreadableShape {
        if (read.add(file.toAbsolutePath().normalize())) {
            add(Dom.parse(file), file);
        }
    }

    private void follow(Element reference, Path file) throws UnreadableShape {
        String location = Dom.attribute(reference, "schemaLocation");
        if (location == null) {
            return;
        }
        if (location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            notes.add("not fetched: " + location + " (save it beside " + file.getFileName()
                    + " and name the local file to have its types)");
            return;
        }
        Path local = file.resolveSibling(location);
        if (Files.isReadable(local)) {
            addFile(local);
        } else {
            notes.add("not found: " + local);
        }
    }

    /** A global declaration of a kind: {@code element}, {@code complexType}, … */
    @Nullable
    Element find(String kind, QualifiedName name) {
        return declarations.getOrDefault(kind, Map.of()).get(name);
    }

    /** The types that extend a type, directly or not, and may stand for it. */
    List<String> kindsOf(Element abstractType) {
        Map<QualifiedName, Element> complex = declarations.getOrDefault("complexType", Map.of());
        return complex.entrySet().stream()
                .filter(entry -> extendsType(entry.getValue(), abstractType, 0))
                .filter(entry -> !"true".equals(entry.getValue().getAttribute("abstract")))
                .map(entry -> entry.getKey().local())
                .sorted()
                .toList();
    }

    private boolean extendsType(Element type, Element wanted, int depth) {
        return Dom.children(type, "complexContent")
                .flatMap(content -> Dom.children(content, "extension"))
                .map(extension -> find("complexType", Dom.qualified(extension, extension.getAttribute("base"))))
                .anyMatch(base -> base != null
                        && depth < DEEPEST
                        && (base.equals(wanted) || extendsType(base, wanted, depth + 1)));
    }

    List<String> complexTypes() {
        return declarations.getOrDefault("complexType", Map.of()).keySet().stream()
                .map(QualifiedName::local)
                .sorted()
                .toList();
    }

    /** A global complex type by its local name, whatever its namespace. */
    Optional<QualifiedName> complexType(String localName) {
        return declarations.getOrDefault("complexType", Map.of()).keySet().stream()
                .filter(name -> name.local().equals(localName))
                .findFirst();
    }

    /** A global element by its local name, whatever its namespace. */
    @Nullable
    Element element(String localName) {
        return declarations.getOrDefault("element", Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().local().equals(localName))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    List<String> elementNames() {
        return declarations.getOrDefault("element", Map.of()).keySet().stream()
                .map(QualifiedName::local)
                .sorted()
                .toList();
    }

    List<String> notes() {
        return notes;
    }
}
