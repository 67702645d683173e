package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mapping cases, as a person would try them on the command line. */
class CasesThroughRunTest {
    /**
     * What only the engine is given whole: the command cuts a file into records first, as a pull does, and then a record no
     * longer sees what stands beside it; and it knows no other system's ids.
     */
    private static final Set<String> WHOLE_DOCUMENT = Set.of(
            "json-03-list-as-document",
            "paths-13-section-shared-by-records",
            "paths-14-multiref",
            "structure-18-references");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static List<Path> toJson() throws IOException {
        return cases("expected.json");
    }

    static List<Path> toXml() throws IOException {
        return cases("expected.xml");
    }

    @ParameterizedTest
    @MethodSource("toJson")
    void givesTheExpectedOutputsWarningsAndErrors(Path folder) throws IOException {
        Called called = run(folder);
        JsonNode expected =
                JSON.readTree(Files.readString(folder.resolve("expected.json"))).get("results");
        List<JsonNode> given = called.out().lines().map(JSON::readTree).toList();

        assertThat(given).hasSize(expected.size());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            differences.addAll(JsonDifference.between(
                    expected.get(i).get("output"), given.get(i).get("output")));
            for (String kind : List.of("warnings", "errors")) {
                differences.addAll(NoteDifference.between(
                        kind, expected.get(i).get(kind), given.get(i).get(kind)));
            }
        }
        assertThat(differences).isEmpty();
        boolean refused = given.stream().anyMatch(line -> !line.get("errors").isEmpty());
        assertThat(called.exitCode()).isEqualTo(refused ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("toXml")
    void writesTheExpectedDocument(Path folder) throws IOException {
        Called called = Called.with("run", folder.resolve("mapping.yaml"), input(folder));

        assertThat(XmlDifference.between(Files.readString(folder.resolve("expected.xml")), called.out()))
                .isEmpty();
        assertThat(called.exitCode()).isZero();
    }

    private static Called run(Path folder) {
        return Called.with("run", folder.resolve("mapping.yaml"), input(folder), "--errors", "json");
    }

    private static Path input(Path folder) {
        Path xml = folder.resolve("input.xml");
        return Files.exists(xml) ? xml : folder.resolve("input.json");
    }

    private static List<Path> cases(String expectation) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/cases"))) {
            return folders.filter(folder -> Files.exists(folder.resolve(expectation)))
                    .filter(folder ->
                            !WHOLE_DOCUMENT.contains(folder.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}
