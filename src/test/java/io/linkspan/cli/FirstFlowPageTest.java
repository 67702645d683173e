package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that leads through the first flow is true: its file lints, maps and begins as init begins it. */
class FirstFlowPageTest {
    private static final Path ERP = Path.of("src/main/resources/io/linkspan/sandbox/erp/erp.wsdl");
    private static final String ORDER = """
            <ListOrdersResponse xmlns="urn:erp:v1"><Orders><Order rev="0"><OrderNo>A-1</OrderNo><CustomerNo>0000000134</CustomerNo>\
            <OrderedOn>20210516</OrderedOn><State>O</State><ChangedAt>2025-01-01T00:00:00Z</ChangedAt><Total>1.562,50</Total>\
            <Lines><Line pos="10"><Sku>7</Sku><Text>Öl</Text><Quantity>89,000</Quantity><Price>9,70</Price></Line></Lines>\
            </Order></Orders></ListOrdersResponse>""";

    @TempDir
    Path folder;

    private Path flow = Path.of("");
    private String written = "";

    @BeforeEach
    void takeTheFileFromThePage() throws IOException {
        String page = Files.readString(Path.of("docs/your-first-flow.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        written = page.substring(start, page.indexOf("```", start));
        flow = Called.file(folder, "deals.yaml", written);
        Called.file(folder, "customers.yaml", "flow: customers\nfields: { a: A }\n");
        Called.file(folder, "samples/erp-orders.xml", ORDER);
        Called.file(folder, "samples/erp.wsdl", Files.readString(ERP));
    }

    @Test
    void theFlowLints() {
        Called lint = Called.with("lint", "--strict", flow);

        assertThat(lint.out()).isEmpty();
        assertThat(lint.exitCode()).isZero();
    }

    @Test
    void itsExampleShowsEveryField() {
        Called.with("test", flow, "--update");

        assertThat(Called.with("test", flow).out())
                .contains("10 of 10 fields shown")
                .contains("1 example passed");
    }

    @Test
    void itBeginsAsInitBeginsIt() throws IOException {
        Path begun = folder.resolve("begun.yaml");
        Called.with(
                "init",
                "--wsdl",
                folder.resolve("samples/erp.wsdl"),
                "--operation",
                "ListOrders",
                "--name",
                "deals",
                "--out",
                begun);

        String from = Files.readString(begun);
        assertThat(written).contains(from.substring(from.indexOf("from:"), from.indexOf("to:\n")));
    }
}
