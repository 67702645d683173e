package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every example of the mapping language: a mapping, an input, what must come of it. */
class CasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @TestFactory
    Stream<DynamicTest> givesWhatTheCaseExpects() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(), () -> new MappingCase(folder).check()));
    }

    @Test
    void everyFolderIsACase() throws IOException {
        assertThat(folders()).hasSizeGreaterThan(85).allMatch(folder -> Files.exists(folder.resolve("mapping.yaml")));
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
