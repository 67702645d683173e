package io.linkspan.cli.start;

import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the call of an OpenAPI file that writes one object of a component. */
final class TargetCalls {
    private final String component;

    private TargetCalls(String component) {
        this.component = component;
    }

    /**
     * The line of {@code to} that says how an object is written.
     *
     * @param flow the flow file
     * @param schema a component as seen from it, {@code FILE#/components/schemas/NAME}
     * @param key the target field that stands for the record
     */
    static Optional<String> of(Path flow, String schema, String key) {
        int hash = schema.indexOf('#');
        if (hash < 0) {
            return Optional.empty();
        }
        YamlMap root = root(flow.resolveSibling(schema.substring(0, hash)));
        TargetCalls calls = new TargetCalls(schema.substring(hash));
        return root != null && root.get("paths") instanceof YamlMap paths ? calls.in(paths, key) : Optional.empty();
    }

    private Optional<String> in(YamlMap paths, String key) {
        return first(paths, "put", key)
                .map(path -> "upsert: PUT " + path)
                .or(() -> first(paths, "post", key).map(path -> "create: POST " + path));
    }

    private Optional<String> first(YamlMap paths, String method, String key) {
        boolean many = method.equals("post");
        return paths.entries().stream()
                .filter(path -> path.value() instanceof YamlMap calls
                        && calls.get(method) instanceof YamlMap call
                        && takes(call.get("requestBody"), 0))
                .map(Entry::key)
                .filter(path -> many != path.endsWith("}"))
                .map(path -> path.replaceAll("\\{[^}]*}", "{" + key + "}"))
                .findFirst();
    }

    /** Whether a body names the component, however deep below its media types. */
    private boolean takes(@Nullable YamlNode node, int depth) {
        if (!(node instanceof YamlMap map) || depth > 4) {
            return false;
        }
        return (map.get("$ref") instanceof YamlText reference
                        && reference.text().endsWith(component))
                || List.of("content", "schema").stream().anyMatch(step -> takes(map.get(step), depth + 1))
                || map.entries().stream()
                        .filter(entry -> entry.key().contains("/"))
                        .anyMatch(entry -> takes(entry.value(), depth + 1));
    }

    private static @Nullable YamlMap root(Path file) {
        try {
            return YamlReader.readMap(file.toString(), Files.readString(file), new Problems());
        } catch (IOException unreadable) {
            return null; // the schema itself was read from it a moment ago; the call is then left to the person
        }
    }
}
