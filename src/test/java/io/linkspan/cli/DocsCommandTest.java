package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsCommandTest {
    private static final Path FLOWS = Path.of("src/test/resources/flows");

    @TempDir
    Path folder;

    @Test
    void writesAPageThatSaysTheWholeFlowInWords() throws IOException {
        Called called = Called.with("docs", FLOWS.resolve("customers.yaml"), "--out", folder);

        assertThat(called.exitCode()).isZero();
        assertThat(withoutGlossary(folder.resolve("customers.md")))
                .isEqualTo(withoutGlossary(FLOWS.resolve("expected/customers.md")));
    }

    @Test
    void neverShowsASensitiveSample() throws IOException {
        Called.with("docs", FLOWS.resolve("customers.yaml"), "--out", folder);

        assertThat(Files.readString(folder.resolve("customers.md"))).doesNotContainIgnoringCase("info@mueller");
    }

    @Test
    void tellsAStalePageWithoutTouchingIt() {
        Path flow = Called.file(folder, "flow.yaml", "fields: { a: A }\n");
        Path pages = folder.resolve("pages");
        assertThat(Called.with("docs", flow, "--out", pages, "--check").exitCode())
                .isEqualTo(1);
        assertThat(pages).doesNotExist();

        Called.with("docs", flow, "--out", pages);
        assertThat(Called.with("docs", flow, "--out", pages, "--check").exitCode())
                .isZero();

        Called.file(folder, "flow.yaml", "fields: { a: { from: A, trim: true } }\n");
        Called stale = Called.with("docs", flow, "--out", pages, "--check");
        assertThat(stale.exitCode()).isEqualTo(1);
        assertThat(stale.out()).startsWith("stale ");
    }

    /** The glossary is the functions' own documentation and tested with them. */
    private static String withoutGlossary(Path page) throws IOException {
        String text = Files.readString(page);
        int glossary = text.indexOf("## What the rules mean");
        int end = text.indexOf("\n## ", glossary);
        return text.substring(0, glossary) + text.substring(end);
    }
}
