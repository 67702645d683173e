package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCommandTest {
    @TempDir
    Path folder;

    private Path flow;

    @BeforeEach
    void write() {
        flow = Called.file(folder, "flow.yaml", """
                records: R/Row
                fields:
                  id: { from: Id, required: true }
                  size: { from: Size, decimal: true }
                  note: Note
                examples:
                  - { given: rows.xml, expect: rows.json }
                """);
        Called.file(folder, "rows.xml", "<R><Row><Id>1</Id><Size>1.50</Size></Row></R>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"1\",\"size\":1.5}",
                "[{\"size\":1.500,\"id\":\"1\"}]",
                "{\"results\":[{\"output\":{\"id\":\"1\",\"size\":1.5},\"warnings\":[],\"errors\":[]}]}",
            })
    void passesWhenTheOutputIsTheSameHoweverItIsWritten(String expected) {
        Called.file(folder, "rows.json", expected);

        Called called = Called.with("test", flow);

        assertThat(called.out()).contains("passed  rows.xml").contains("1 example passed, 0 failed");
        assertThat(called.exitCode()).isZero();
    }

    @Test
    void showsEachDifferenceByItsField() {
        Called.file(folder, "rows.json", "{\"id\":\"2\",\"extra\":true}");

        Called called = Called.with("test", flow);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out())
                .contains("FAILED  rows.xml")
                .contains("id: expected \"2\", was \"1\"")
                .contains("extra: expected true, was nothing")
                .contains("size: expected nothing, was 1.50");
    }

    @Test
    void comparesErrorsByTheirFieldAndCode() {
        Called.file(folder, "rows.xml", "<R><Row/></R>");
        Called.file(
                folder,
                "rows.json",
                "{\"results\":[{\"output\":null,\"warnings\":[],\"errors\":[{\"field\":\"id\",\"code\":\"required\"}]}]}");
        assertThat(Called.with("test", flow).exitCode()).isZero();

        Called.file(
                folder,
                "rows.json",
                "{\"results\":[{\"output\":null,\"warnings\":[],\"errors\":[{\"field\":\"size\",\"code\":\"required\"}]}]}");
        assertThat(Called.with("test", flow).out())
                .contains("errors: expected {\"field\":\"size\",\"code\":\"required\"}, was nothing like it")
                .contains("errors: expected nothing, was {\"field\":\"id\"");
    }

    @Test
    void rewritesExpectationsAfterShowingTheDifference() throws IOException {
        Called.file(folder, "rows.json", "{\"id\":\"2\"}");

        Called called = Called.with("test", "--update", flow);

        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).contains("updated rows.xml").contains("id: expected \"2\", was \"1\"");
        assertThat(Files.readString(folder.resolve("rows.json"))).contains("\"size\" : 1.50");
        assertThat(Called.with("test", flow).exitCode()).isZero();
    }

    @Test
    void writesTheFirstExpectationOfANewExample() {
        assertThat(Called.with("test", flow).exitCode()).isEqualTo(1);

        Called.with("test", "--update", flow);

        assertThat(Called.with("test", flow).exitCode()).isZero();
    }

    @Test
    void keepsTheErrorsOfARecordThatMustFail() throws IOException {
        Called.file(folder, "rows.xml", "<R><Row/></R>");

        Called.with("test", "--update", flow);

        assertThat(Files.readString(folder.resolve("rows.json"))).contains("\"code\" : \"required\"");
        assertThat(Called.with("test", flow).exitCode()).isZero();
    }

    @Test
    void saysWhichFieldsNoExampleShows() {
        Called.file(folder, "rows.json", "{\"id\":\"1\",\"size\":1.5}");

        assertThat(Called.with("test", flow).out())
                .contains("2 of 3 fields shown by examples; without a value in any: note");
    }

    @Test
    void comparesXmlDocumentsByElements() {
        Path reverse = Called.file(folder, "reverse.yaml", """
                output: { xml: Party }
                fields: { Id: id, Town: town }
                examples: [{ given: in.json, expect: out.xml }]
                """);
        Called.file(folder, "in.json", "{\"town\":\"Köln\",\"id\":\"7\"}");
        Called.file(folder, "out.xml", "<Party>\n  <Id>7</Id>\n  <Town>Köln</Town>\n</Party>\n");
        assertThat(Called.with("test", reverse).exitCode()).isZero();

        Called.file(folder, "out.xml", "<Party><Id>8</Id><Town>Köln</Town><Fax/></Party>");
        assertThat(Called.with("test", reverse).out())
                .contains("/Party/Id: expected '8', was '7'")
                .contains("/Party: expected element Fax, was nothing");
    }

    @Test
    void resolvesReferencesAsTheExampleSays() {
        Path orders = Called.file(folder, "orders.yaml", """
                fields: { owner: { from: customer, reference: customers } }
                examples: [{ given: in.json, expect: out.json, references: { customers: { 4711: c_9 } } }]
                """);
        Called.file(folder, "in.json", "{\"customer\":\"4711\"}");
        Called.file(folder, "out.json", "{\"owner\":\"c_9\"}");

        assertThat(Called.with("test", orders).exitCode()).isZero();
    }

    @Test
    void writesOneOutputALineIntoANewFileOfLines() throws IOException {
        Path flow = Called.file(folder, "flow.yaml", """
                records: A/B
                fields: { b: . }
                examples: [{ given: a.xml, expect: a.jsonl }]
                """);
        Called.file(folder, "a.xml", "<A><B>1</B><B>2</B></A>");

        Called.with("test", flow, "--update");

        assertThat(Files.readString(folder.resolve("a.jsonl"))).isEqualTo("{\"b\":\"1\"}\n{\"b\":\"2\"}\n");
        assertThat(Called.with("test", flow).exitCode()).isZero();
    }

    @Test
    void runsTheOtherExamplesWhenOneCannotBeRead() {
        Path flow = Called.file(folder, "flow.yaml", """
                records: A
                fields: { b: B }
                examples: [{ given: a.xml, expect: broken.json }, { given: a.xml, expect: good.json }]
                """);
        Called.file(folder, "a.xml", "<A><B>1</B></A>");
        Called.file(folder, "broken.json", "{\n \"b\": 1,\n");
        Called.file(folder, "good.json", "{\"b\":\"1\"}");

        Called called = Called.with("test", flow);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out())
                .contains("broken.json:2:9 is no JSON: Unexpected end-of-input")
                .doesNotContain("REDACTED")
                .contains("1 example passed, 1 failed");
    }
}
