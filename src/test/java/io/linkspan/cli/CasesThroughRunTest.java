package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every example of the mapping language, as a person would try it on the command line: a mapping, an input, what must come of
 * it. {@code ids.yaml} holds the target's ids of other flows' records.
 */
class CasesThroughRunTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static List<Path> toJson() throws IOException {
        return cases("expected.json");
    }

    static List<Path> toXml() throws IOException {
        return cases("expected.xml");
    }

    @Test
    void everyFolderIsACase() throws IOException {
        assertThat(cases("SPEC.txt"))
                .hasSizeGreaterThan(85)
                .hasSize(toJson().size() + toXml().size())
                .allMatch(folder -> Files.exists(folder.resolve("mapping.yaml")));
    }

    @Test
    void lintHasNothingToSayAboutAnyCase() throws IOException {
        List<Object> words = new ArrayList<>(List.of("lint", "--strict"));
        cases("mapping.yaml").forEach(folder -> words.add(folder.resolve("mapping.yaml")));
        Called called = Called.with(words.toArray());

        assertThat(called.out() + called.err()).doesNotContain("mapping.yaml:");
        assertThat(called.exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("toJson")
    void givesTheExpectedOutputsWarningsAndErrors(Path folder) throws IOException {
        Called called = run(folder);
        JsonNode expected =
                JSON.readTree(Files.readString(folder.resolve("expected.json"))).get("results");
        List<JsonNode> given = called.out().lines().map(JSON::readTree).toList();

        assertThat(given).as(called.err()).hasSize(expected.size());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            differences.addAll(JsonDifference.between(
                    expected.get(i).get("output"), given.get(i).get("output")));
            for (String kind : List.of("warnings", "errors", "unresolved")) {
                differences.addAll(NoteDifference.between(
                        kind, expected.get(i).get(kind), given.get(i).get(kind)));
            }
        }
        assertThat(differences).isEmpty();
        boolean refused = given.stream().anyMatch(line -> line.get("output").isNull());
        assertThat(called.exitCode()).isEqualTo(refused ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("toXml")
    void writesTheExpectedDocument(Path folder) throws IOException {
        JsonNode result = JSON.readTree(run(folder).out());
        JsonNode warnings = JSON.readTree(Files.readString(folder.resolve("expected-warnings.json")));

        assertThat(XmlDifference.between(
                        Files.readString(folder.resolve("expected.xml")),
                        result.get("output").asString()))
                .isEmpty();
        assertThat(NoteDifference.between("warnings", warnings.get("warnings"), result.get("warnings")))
                .isEmpty();
    }

    private static Called run(Path folder) {
        List<Object> words =
                new ArrayList<>(List.of("run", folder.resolve("mapping.yaml"), input(folder), "--errors", "json"));
        Path ids = folder.resolve("ids.yaml");
        if (Files.exists(ids)) {
            words.addAll(List.of("--references", ids));
        }
        return Called.with(words.toArray());
    }

    private static Path input(Path folder) {
        Path xml = folder.resolve("input.xml");
        return Files.exists(xml) ? xml : folder.resolve("input.json");
    }

    private static List<Path> cases(String file) throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(folder -> Files.exists(folder.resolve(file)))
                    .sorted()
                    .toList();
        }
    }
}
