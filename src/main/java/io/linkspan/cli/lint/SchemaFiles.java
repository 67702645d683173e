package io.linkspan.cli.lint;

import io.linkspan.cli.shape.UnreadableShape;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Schema and OpenAPI files, in JSON or YAML, with references to each other. Local files only. */
public final class SchemaFiles {
    private static final int MOST_HOPS = 30;

    private final Map<Path, YamlMap> roots = new HashMap<>();

    /** One place in one file. */
    record Located(Path file, YamlMap node) {}

    /**
     * The schema a reference names.
     *
     * @param beside the file the reference is written in
     * @param reference a file, a JSON Pointer behind {@code #} (RFC 6901), or both
     */
    public static SchemaView open(Path beside, String reference) throws UnreadableShape {
        SchemaFiles files = new SchemaFiles();
        return new SchemaView(files, files.find(beside, reference));
    }

    Located find(Path beside, String reference) throws UnreadableShape {
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        String pointer = hash < 0 ? "" : reference.substring(hash + 1);
        if (name.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            throw new UnreadableShape("'" + name + "' is not fetched; save it beside the flow file");
        }
        Path file = name.isEmpty() ? beside : beside.resolveSibling(name);
        return new Located(file, at(root(file), pointer, file));
    }

    /** Follows {@code $ref}, as often as it takes. */
    Located resolve(Located start) throws UnreadableShape {
        Located here = start;
        for (int hops = 0; here.node().get("$ref") instanceof YamlText reference; hops++) {
            if (hops > MOST_HOPS) {
                throw new UnreadableShape(reference.place() + " refers to itself");
            }
            here = find(here.file(), reference.text());
        }
        return here;
    }

    private YamlMap root(Path file) throws UnreadableShape {
        YamlMap known = roots.get(file.normalize());
        if (known != null) {
            return known;
        }
        Problems problems = new Problems();
        try {
            YamlMap root = YamlReader.readMap(file.toString(), Files.readString(file), problems);
            if (root == null) {
                throw new UnreadableShape(problems.list().getFirst().toString());
            }
            roots.put(file.normalize(), root);
            return root;
        } catch (IOException unreadable) {
            throw new UnreadableShape(file + " cannot be read");
        }
    }

    private static YamlMap at(YamlMap root, String pointer, Path file) throws UnreadableShape {
        YamlNode here = root;
        for (String token : List.of(pointer.split("/", -1))) {
            String step = URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replace("~1", "/")
                    .replace("~0", "~");
            here = step.isEmpty() ? here : child(here, step);
            if (here == null) {
                throw new UnreadableShape(file + " has nothing at '#" + pointer + "'");
            }
        }
        if (here instanceof YamlMap map) {
            return map;
        }
        throw new UnreadableShape(file + "#" + pointer + " is " + here.kind() + ", no schema");
    }

    private static @Nullable YamlNode child(YamlNode node, String step) {
        return switch (node) {
            case YamlMap map -> map.get(step);
            case YamlList list
            when step.matches("\\d{1,4}")
                    && Integer.parseInt(step) < list.items().size() ->
                list.items().get(Integer.parseInt(step));
            default -> null;
        };
    }
}
