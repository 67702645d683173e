package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is generated from the project's own flows is as they are now. */
class ProjectFilesTest {
    @Test
    void theEditorsSchemaIsFresh() {
        assertThat(Called.with("schema", "--check").out())
                .as("run ./linkspan mapping schema")
                .isEmpty();
    }

    @Test
    void thePagesOfTheFlowsAreFresh() {
        assertThat(flowsStand() ? Called.with("docs", "--check").out() : "")
                .as("run ./linkspan mapping docs")
                .isEmpty();
    }

    @Test
    void theFlowsAreLintedAndTheirExamplesPass() {
        if (flowsStand()) {
            assertThat(Called.with("lint").exitCode()).isZero();
            assertThat(Called.with("test").exitCode()).isZero();
        }
    }

    private static boolean flowsStand() {
        return Files.isDirectory(FlowPaths.FOLDER)
                && !FlowPaths.in(Path.of("mappings")).isEmpty();
    }
}
