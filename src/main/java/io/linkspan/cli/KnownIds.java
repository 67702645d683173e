package io.linkspan.cli;

import io.linkspan.mapping.References;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.Entry;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlNode.YamlText;
import io.linkspan.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The target's ids of other flows' records, as a person wrote them down: flow, then record key, then id. */
final class KnownIds implements References {
    private final Map<String, Map<String, String>> ids;

    KnownIds(Map<String, Map<String, String>> ids) {
        this.ids = ids;
    }

    static References read(Path file) {
        Problems problems = new Problems();
        try {
            YamlMap root = YamlReader.readMap(file.toString(), Files.readString(file), problems);
            if (root == null) {
                throw Ends.inputIsWrong(
                        problems.list().stream().map(Object::toString).collect(Collectors.joining("\n")));
            }
            return of(root);
        } catch (IOException unreadable) {
            throw Ends.calledWrongly("the file '" + file + "' cannot be read");
        }
    }

    private static References of(YamlMap flows) {
        Map<String, Map<String, String>> ids = new HashMap<>();
        for (Entry flow : flows.entries()) {
            if (!(flow.value() instanceof YamlMap keys)) {
                throw Ends.inputIsWrong(flow.place() + " holds no ids (write " + flow.key() + ": { KEY: ID })");
            }
            ids.put(flow.key(), keys(keys));
        }
        return new KnownIds(ids);
    }

    private static Map<String, String> keys(YamlMap keys) {
        Map<String, String> ids = new HashMap<>();
        for (Entry key : keys.entries()) {
            YamlNode id = key.value();
            if (!(id instanceof YamlText text)) {
                throw Ends.inputIsWrong(id.place() + " is no id (write " + key.key() + ": ID)");
            }
            ids.put(key.key(), text.text());
        }
        return ids;
    }

    @Override
    public Optional<String> targetId(String flow, String key) {
        return Optional.ofNullable(ids.getOrDefault(flow, Map.of()).get(key));
    }
}
