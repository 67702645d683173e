package io.linkspan.mapping;

import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlReader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mappings for tests, compiled from text. */
final class Mappings {
    private Mappings() {}

    static Mapping of(String yaml) {
        Problems problems = new Problems();
        Mapping mapping = compile(yaml, problems);
        if (mapping == null || !problems.list().isEmpty()) {
            throw new AssertionError(problems.list());
        }
        return mapping;
    }

    static List<String> problems(String yaml) {
        Problems problems = new Problems();
        compile(yaml, problems);
        return problems.list().stream().map(Object::toString).toList();
    }

    private static @Nullable Mapping compile(String yaml, Problems problems) {
        YamlMap root = YamlReader.readMap("m.yaml", yaml, problems);
        return root == null ? null : Mapping.compile(root, MappingFiles.NONE, problems);
    }

    static String output(Mapping mapping, String xml) {
        return Objects.requireNonNull(mapping.map(Payload.xml(xml)).output()).text();
    }
}
