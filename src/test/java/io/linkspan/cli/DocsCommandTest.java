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
    void tellsWhatASignatureIsFor() throws IOException {
        Called.file(folder, "in.xml", """
                <Export><Cities><City id="1">Bonn</City></Cities>
                <Row city="1"><Code>x</Code><Line><Qty>2</Qty></Line></Row></Export>""");
        Called.file(folder, "out.json", "{}");
        Path flow = Called.file(folder, "flow.yaml", """
                records: /Export/Row
                share: /Export/Cities
                defaults: { empty: fail, list: omit }
                fields:
                  city: "Cities/City[@id=$@city]"
                  code: { from: Code, lookup: { a: 1 }, otherwise: { value: 9 } }
                  secret: { from: Code, hidden: true, description: the ERP's own }
                  kind: { expr: "secret == 'x' ? 'X' : 'Y'" }
                  lines:
                    each: Line
                    sort: quantity desc
                    limit: 5
                    fields: { quantity: { from: Qty, integer: true } }
                    check: [{ that: quantity > 0, field: quantity, message: must be more than nothing }]
                examples: [{ given: in.xml, expect: out.json }]
                """);

        Called.with("docs", flow, "--out", folder.resolve("pages"));

        assertThat(Files.readString(folder.resolve("pages/flow.md")))
                .contains("| `city` | `Cities/City[@id=$@city]` | as it is |  | `Bonn` |")
                .contains("| anything else | `9`, with a warning |")
                .contains("not sent, only for other fields; as it is — the ERP's own")
                .contains("sorted by `quantity desc`; at most `5`")
                .contains("| `lines[].quantity` | must be more than nothing | `quantity > 0` |")
                .contains("| is empty | is an error: the record is not sent |")
                .contains("| is a list without entries | is left out: the target keeps what it has |");
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
