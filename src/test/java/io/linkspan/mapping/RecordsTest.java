package io.linkspan.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import io.linkspan.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static List<String> split(String yaml, Payload document) throws Exception {
        Problems problems = new Problems();
        Records records = Records.compile(Objects.requireNonNull(YamlReader.readMap("m", yaml, problems)), problems);
        List<String> found = new ArrayList<>();
        Objects.requireNonNull(records, () -> problems.list().toString())
                .split(document, record -> found.add(record.text()));
        return found;
    }

    @Test
    void eachRecordStandsByItself() throws Exception {
        String document = """
                <s:E xmlns:s="urn:s" xmlns="urn:d" xmlns:x="urn:x"><L><C x:a="1&amp;&quot;"><N>a&lt;b</N><x:M/></C><D/><C xmlns="urn:o" xmlns:x="urn:y"><x:Q/></C></L></s:E>""";
        assertThat(split("records: /E/L/C", Payload.xml(document)))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains(
                                        "xmlns=\"urn:d\"",
                                        "xmlns:x=\"urn:x\"",
                                        "<N>a&lt;b</N>",
                                        "x:a=\"1&amp;&quot;\""),
                        second -> assertThat(second).contains("xmlns=\"urn:o\"", "xmlns:x=\"urn:y\""));
        Mapping mapping =
                Mappings.of("namespaces: { o: 'urn:o', y: 'urn:y' }\nfields: { q: { each: y:Q, count: true }, n: N }");
        assertThat(Mappings.output(
                        mapping, split("records: /E/L/C", Payload.xml(document)).get(1)))
                .isEqualTo("{\"q\":1}");
    }

    @Test
    void jsonRecordsAreCopiedDigitForDigit() throws Exception {
        assertThat(split(
                        "records: a/b",
                        Payload.json("{\"x\":[1],\"a\":[{\"b\":{\"n\":1.500}},{\"b\":[2,{\"c\":null}]}]}")))
                .containsExactly("{\"n\":1.500}", "2", "{\"c\":null}");
    }

    @Test
    void aDocumentWithoutAPathIsOneRecord() throws Exception {
        assertThat(split("fields: {}", Payload.xml("<R/>"))).containsExactly("<R/>");
    }

    @Test
    void aReferenceInACircleEnds() throws Exception {
        assertThat(split(
                        "records: /R/A\nhrefs: true", Payload.xml("<R><A href='#1'/><B id='1'><C href='#1'/></B></R>")))
                .containsExactly("<A><C href=\"#1\"></C></A>");
    }
}
