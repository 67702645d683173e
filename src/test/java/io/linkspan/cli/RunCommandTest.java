package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
    private static final String ROWS = """
            <R>
              <Row><Id>1</Id><Name>Müller</Name></Row>
              <Row><Id> </Id></Row>
              <Row><Id>3</Id><Name>x</Name></Row>
            </R>
            """;

    @TempDir
    Path folder;

    private Path flow;
    private Path rows;

    @BeforeEach
    void write() {
        flow = Called.file(folder, "flow.yaml", """
                records: /R/Row
                fields:
                  id: { from: Id, required: true }
                  name: { from: Name, required: true }
                """);
        rows = Called.file(folder, "rows.xml", ROWS);
    }

    @Test
    void printsEachMappedRecordOnALineAndEveryErrorOfTheOthersBeside() {
        Called called = Called.with("run", flow, rows);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out()).isEqualTo("""
                {"id":"1","name":"Müller"}
                {"id":"3","name":"x"}
                """);
        assertThat(called.err())
                .contains("record 2: error: id required from Id")
                .contains("record 2: error: name required from Name")
                .contains("3 records, 1 not mapped");
    }

    @Test
    void printsOutputWarningsAndErrorsOfEachRecordAsJsonWhenAsked() {
        Called called = Called.with("run", flow, rows, "--errors", "json");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out().lines())
                .hasSize(3)
                .startsWith("{\"output\":{\"id\":\"1\",\"name\":\"Müller\"},\"warnings\":[],\"errors\":[]}");
        assertThat(called.out().lines().toList().get(1))
                .contains("\"output\":null")
                .contains("\"field\":\"name\",\"code\":\"required\",\"source\":\"Name\"");
    }

    @Test
    void explainsEachFieldOnStandardErrorSoThatTheOutputStaysUsable() {
        Called called = Called.with("run", flow, rows, "--trace");

        assertThat(called.out().lines()).hasSize(2);
        assertThat(called.err()).contains("  name: Name = \"Müller\"");
    }

    @Test
    void endsWellWhenEveryRecordWasMapped() {
        Path good = Called.file(folder, "good.xml", "<R><Row><Id>1</Id><Name>x</Name></Row></R>");

        assertThat(Called.with("run", flow, good).exitCode()).isZero();
    }

    @Test
    void namesARecordByItsKeyWhereTheFlowSaysWhichThatIs() {
        Path whole = Called.file(folder, "whole.yaml", """
                flow: rows
                from:
                  system: erp
                  pull: { operation: List, request: <List/>, records: R/Row }
                  key: Id
                to: { system: crm, upsert: "PUT /rows/{id}" }
                fields: { id: Id, name: { from: Name, required: true } }
                """);
        Path rowsWithKey = Called.file(folder, "key.xml", "<R><Row><Id>4711</Id></Row></R>");

        assertThat(Called.with("run", whole, rowsWithKey).err()).contains("record 1 key 4711: error: name required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1", "UTF-8"})
    void readsTheEncodingADocumentDeclares(String charset) throws IOException {
        String text =
                "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><R><Row><Id>1</Id><Name>Ärger</Name></Row></R>";
        Path file = Files.write(folder.resolve("encoded.xml"), text.getBytes(Charset.forName(charset)));

        assertThat(Called.with("run", flow, file).out()).isEqualTo("{\"id\":\"1\",\"name\":\"Ärger\"}\n");
    }

    @Test
    void readsGzippedFilesAsTheyAre() throws IOException {
        Path packed = folder.resolve("rows.xml.gz");
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(packed))) {
            bytes.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Called.with("run", flow, packed).out().lines()).hasSize(2);
    }

    @Test
    void readsJsonDocumentsArraysAndLines() {
        Path plain = Called.file(folder, "plain.yaml", "fields: { id: id }\n");
        Path lines = Called.file(folder, "rows.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        Path list = Called.file(folder, "rows.json", "[{\"id\":\"a\"},{\"id\":\"b\"}]");
        Path deep = Called.file(folder, "deep.json", "{\"items\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");

        assertThat(Called.with("run", plain, lines).out()).isEqualTo("{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        assertThat(Called.with("run", plain, list).out()).isEqualTo("{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        assertThat(Called.with("run", plain, deep, "--records", "items").out())
                .isEqualTo("{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
    }

    @Test
    void takesAFileOfOneRecordByItself() {
        Path one = Called.file(folder, "one.xml", "<Row><Id>1</Id><Name>x</Name></Row>");

        assertThat(Called.with("run", flow, one).out()).isEqualTo("{\"id\":\"1\",\"name\":\"x\"}\n");
    }

    @Test
    void takesAFileThatBeginsAtTheListOfRecords() {
        Path answer = Called.file(folder, "deep.yaml", """
                records: Answer/List/R/Row
                fields: { id: Id }
                """);

        assertThat(Called.with("run", answer, rows).out()).contains("{\"id\":\"1\"}");
    }

    @Test
    void saysWhereRecordsMayStandWhenThereAreNoneAtThePath() {
        Called called = Called.with("run", flow, rows, "--records", "R/Line");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("no records at 'R/Line'").contains("repeated elements there: R/Row");
    }

    @Test
    void tellsWhereADocumentBreaksAfterPrintingWhatCameBefore() {
        Path cut = Called.file(folder, "cut.xml", "<R><Row><Id>1</Id><Name>x</Name></Row><Row><Id>2");

        Called called = Called.with("run", flow, cut);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out()).isEqualTo("{\"id\":\"1\",\"name\":\"x\"}\n");
        assertThat(called.err()).contains("cut.xml: line 1, column").doesNotContain("\tat ");
    }

    @Test
    void tellsEveryProblemOfABrokenFlowFileAndMapsNothing() {
        Path broken = Called.file(folder, "broken.yaml", "fields:\n  id: { form: Id }\n  name: { from: 'a[' }\n");

        Called called = Called.with("run", broken, rows);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).contains("broken.yaml:2:").contains("broken.yaml:3:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "run only-one.yaml", "run none.yaml none.xml", "run --sideways a b", "walk", ""})
    void refusesCallsItCannotFollowWithoutAStackTrace(String line) {
        Called called = Called.with((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void explainsItself() {
        Called called = Called.with("run", "--help");

        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).contains("--trace", "--errors", "--records");
    }
}
