package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlNode;
import io.linkspan.yaml.YamlNode.YamlMap;
import io.linkspan.yaml.YamlReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.xmlunit.builder.DiffBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One folder of examples: {@code mapping.yaml}, {@code input.xml} or {@code input.json}, and what is expected. */
final class MappingCase {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private final Path folder;

    MappingCase(Path folder) {
        this.folder = folder;
    }

    void check() throws Exception {
        Problems problems = new Problems();
        String yaml = Files.readString(folder.resolve("mapping.yaml"));
        YamlMap root = YamlReader.readMap("mapping.yaml", yaml, problems);
        Mapping mapping = root == null ? null : Mapping.compile(root, this::read, problems);
        assertThat(problems.list()).isEmpty();
        List<MappingResult> results = new ArrayList<>();
        Records records = Objects.requireNonNull(Records.compile(Objects.requireNonNull(root), problems));
        records.split(
                input(), record -> results.add(Objects.requireNonNull(mapping).map(record, MappingCase::targetId)));
        if (Files.exists(folder.resolve("expected.xml"))) {
            checkXml(results);
        } else {
            checkJson(results);
        }
    }

    private String read(String file, YamlNode place, Problems problems) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    /** The references of the examples: every key that begins with K is known. */
    private static Optional<String> targetId(String flow, String key) {
        return key.startsWith("K") ? Optional.of(flow + "-" + key) : Optional.empty();
    }

    private Payload input() throws IOException {
        Path xml = folder.resolve("input.xml");
        return Files.exists(xml)
                ? new Payload(Payload.Format.XML, Files.readAllBytes(xml))
                : new Payload(Payload.Format.JSON, Files.readAllBytes(folder.resolve("input.json")));
    }

    private void checkXml(List<MappingResult> results) throws IOException {
        assertThat(results).hasSize(1);
        Payload output = results.getFirst().output();
        assertThat(results.getFirst().errors()).isEmpty();
        assertThat(output).isNotNull();
        var difference = DiffBuilder.compare(Files.readString(folder.resolve("expected.xml")))
                .withTest(Objects.requireNonNull(output).text())
                .build();
        assertThat(difference.hasDifferences())
                .as(difference + "\n" + output.text())
                .isFalse();
        JsonNode warnings = JSON.readTree(Files.readString(folder.resolve("expected-warnings.json")));
        assertThat(notes(results.getFirst().warnings())).isEqualTo(notes(warnings.get("warnings"), List.of()));
    }

    private void checkJson(List<MappingResult> results) throws IOException {
        JsonNode expected =
                JSON.readTree(Files.readString(folder.resolve("expected.json"))).get("results");
        assertThat(results).hasSize(expected.size());
        for (int i = 0; i < results.size(); i++) {
            JsonNode wanted = expected.get(i);
            MappingResult result = results.get(i);
            assertThat(notes(result.errors()))
                    .as("errors of record " + i)
                    .isEqualTo(notes(wanted.get("errors"), result.errors()));
            assertThat(notes(result.warnings()))
                    .as("warnings of record " + i)
                    .isEqualTo(notes(wanted.get("warnings"), result.warnings()));
            if (wanted.has("unresolved")) {
                assertThat(JSON.valueToTree(result.unresolved()).toString())
                        .isEqualTo(wanted.get("unresolved").toString());
            }
            JsonNode output = result.output() == null
                    ? JSON.nullNode()
                    : JSON.readTree(result.output().bytes());
            assertThat(plain(output)).as("record " + i).isEqualTo(plain(wanted.get("output")));
        }
    }

    private static Set<String> notes(List<Note> notes) {
        Set<String> said = new LinkedHashSet<>();
        notes.forEach(note -> said.add(note.field() + " " + note.code()));
        return new java.util.TreeSet<>(said);
    }

    /** Field and code of each expected note; what else is expected of it must be there too. */
    private static Set<String> notes(JsonNode expected, List<Note> actual) {
        Set<String> said = new java.util.TreeSet<>();
        for (JsonNode note : expected) {
            String field = note.get("field").asString();
            String code = note.get("code").asString();
            said.add(field + " " + code);
            if (note instanceof ObjectNode object) {
                actual.stream()
                        .filter(had -> had.field().equals(field) && had.code().equals(code))
                        .forEach(had -> object.properties()
                                .forEach(property -> assertThat(
                                                property.getValue().asString())
                                        .isEqualTo(value(had, property.getKey()))));
            }
        }
        return said;
    }

    private static String value(Note note, String key) {
        return String.valueOf(
                switch (key) {
                    case "field" -> note.field();
                    case "code" -> note.code();
                    case "source" -> note.source();
                    case "value" -> note.value();
                    case "other" -> note.other();
                    default -> throw new AssertionError("a note has no " + key);
                });
    }

    /** The same JSON with numbers by value: 1.50 equals 1.5, and never goes through a double. */
    private static String plain(JsonNode node) {
        if (node.isObject()) {
            StringBuilder members = new StringBuilder("{");
            node.propertyNames().stream()
                    .sorted()
                    .forEach(name ->
                            members.append('\n').append(name).append(": ").append(plain(node.get(name))));
            return members.append('}').toString();
        }
        if (node.isArray()) {
            StringBuilder items = new StringBuilder("[");
            node.forEach(item -> items.append(plain(item)).append(", "));
            return items.append(']').toString();
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return node.toString();
    }
}
