package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Called.with("docs", "--check").out())
                .as("run ./linkspan mapping docs")
                .isEmpty();
    }

    @Test
    void theFlowsAreLintedAndTheirExamplesPass() {
        assertThat(Called.with("lint", "--strict").out()).isEmpty();
        assertThat(Called.with("test").exitCode()).isZero();
    }

    /** The shipped flows show how it is done: each field has a value in some example. */
    @Test
    void theFlowsExamplesShowEveryField() {
        assertThat(Called.with("test").out().lines().filter(line -> line.contains("shown by examples")))
                .hasSize(FlowPaths.in(FlowPaths.FOLDER).size())
                .allSatisfy(line -> assertThat(line).doesNotContain("without a value"));
    }
}
