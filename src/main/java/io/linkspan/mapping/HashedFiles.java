package io.linkspan.mapping;

import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlList;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hands files on and remembers what was in them, to make a mapping's hash. */
final class HashedFiles implements MappingFiles {
    private final MappingFiles files;
    private final Map<String, String> used = new TreeMap<>();

    HashedFiles(MappingFiles files) {
        this.files = files;
    }

    @Override
    public @Nullable String read(String relativeFile, YamlNode place, Problems problems) {
        String text = files.read(relativeFile, place, problems);
        if (text != null) {
            used.put(relativeFile, text);
        }
        return text;
    }

    @Override
    public String shown(String relativeFile) {
        return files.shown(relativeFile);
    }

    /** SHA-256 over the given keys and all files used. */
    String hash(YamlMap root, Set<String> keys) {
        StringBuilder content = new StringBuilder();
        for (Entry entry : root.entries()) {
            if (keys.contains(entry.key())) {
                text(content, entry.key());
                node(content, entry.value());
            }
        }
        used.forEach((file, text) -> {
            text(content, file);
            text(content, text);
        });
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static void node(StringBuilder content, YamlNode node) {
        switch (node) {
            case YamlText text -> {
                content.append(text.quoted() ? 'q' : 'p');
                text(content, text.text());
            }
            case YamlList list -> {
                content.append('[');
                list.items().forEach(item -> node(content, item));
                content.append(']');
            }
            case YamlMap map -> {
                content.append('{');
                map.entries().forEach(entry -> {
                    text(content, entry.key());
                    node(content, entry.value());
                });
                content.append('}');
            }
        }
    }

    /** A text after its length, so that no two contents look alike. */
    private static void text(StringBuilder content, String text) {
        content.append(text.length()).append(':').append(text);
    }
}
