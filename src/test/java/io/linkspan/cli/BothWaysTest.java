package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.cli.back.RoundTrip;
import io.linkspan.cli.back.RoundTrip.Outputs;
import io.linkspan.flow.FlowFile;
import io.linkspan.flow.FlowReader;
import io.linkspan.mapping.MappingResult;
import io.linkspan.mapping.References;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records are mapped, and what {@code mapping reverse} wrote makes the same records of it. */
class BothWaysTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', maxCharsPerColumn = 8000, textBlock = """
            one picked by an attribute | city: "A[@type='BILL']/City"                                        | <A type="BILL"><City>Bonn</City></A>
            two of them                | { b.city: "As/A[@type='BILL']/City", s.city: "As/A[@type='SHIP']/City", s.zip: "As/A[@type='SHIP']/Zip" } | <As><A type="BILL"><City>Bonn</City></A><A type="SHIP"><City>Ulm</City><Zip>89073</Zip></A></As>
            several values of one      | { city: "A[@type='BILL']/City", zip: "A[@type='BILL']/Zip" }        | <A type="BILL"><Zip>53111</Zip></A>
            none of it there           | { n: N, city: "A[@type='BILL']/City", zip: "A[@type='BILL']/Zip" }  | <N>1</N>
            an object and a list       | { bill: { object: "A[@t='BILL']", fields: { city: City } }, ship: { each: "A[@t='SHIP']", fields: { city: City } } } | <A t="BILL"><City>Bonn</City></A><A t="SHIP"><City>Ulm</City></A><A t="SHIP"><City>Ems</City></A>
            two conditions             | city: "A[@type='BILL'][@main='1' and Land='D']/City"                | <A main="1" type="BILL"><Land>D</Land><City>Bonn</City></A>
            by the attribute missing   | { city: "A[not(@type)]/City", ship: "A[@type='SHIP']/City" }        | <A><City>Bonn</City></A><A type="SHIP"><City>Ulm</City></A>
            name and value             | { city: "l/item[name='city']/value", day: { from: "l/item[name='day']/value", date: yyyyMMdd } } | <l><item><name>city</name><value>Bonn</value></item><item><name>day</name><value>20260131</value></item></l>
            fields named by attribute  | no: "G[@ID='B']/F[@NAME='NUM']"                                     | <G ID="B"><F NAME="NUM">17</F></G>
            lists of such              | tags: { each: "F[@NAME='TAG']" }                                    | <F NAME="TAG">a</F><F NAME="TAG">b</F>
            within a list              | ls: { each: L, fields: { sku: "C[@k='sku']", hs: "C[@k='hs']" } }   | <L><C k="sku">a</C></L><L><C k="hs">1</C></L><L><C k="sku">b</C><C k="hs">2</C></L>
            by their place             | { one: "P[1]", two: "P[2]" }                                        | <P>a</P><P>b</P>
            a text and its attribute   | { net: N, cur: N/@cur }                                             | <N cur="EUR">1.5</N>
            entries with a text        | ns: { each: N, fields: { v: ., cur: "@cur" } }                      | <N cur="EUR">1.5</N><N>2</N>
            many of one                | tags: { from: T, split: ";", lookup: { a: x, b: y } }               | <T>a;b</T>
            one of many                | tags: { each: Ts/T, upper: true, joined: ", " }                     | <Ts><T>A</T><T>B</T></Ts>
            flags                      | flags: { from: F, bits: [mail, phone, fax] }                        | <F>101</F>
            a joined text              | place: { join: [Zip, City], with: " / " }                           | <Zip>53111</Zip><City>Bad Ems</City>
            a joined name              | name: { join: [Title, First, Last] }                                | <Title>Dr.</Title><First>Ada Mary</First><Last>Byron</Last>
            a joined constant          | name: { join: [{ const: Order }, No] }                              | <No>A 1</No>
            a template                 | name: { from: No, template: "no. {}!" }                             | <No>A1</No>
            the first of two           | tel: { coalesce: [Mobile, Phone] }                                  | <Mobile>1</Mobile>
            a decimal comma            | a: { from: A, decimal: { locale: de, scale: 2 } }                   | <A>-1234,50</A>
            implied digits             | a: { from: A, decimal: { implied: 2 } }                             | <A>1234</A>
            a percentage               | a: { from: A, percent: { locale: de } }                                         | <A>12,5 %</A>
            a share                    | a: { from: A, percent: { locale: de, as: fraction } }               | <A>12,5 %</A>
            cents                      | { a: { from: A, minorUnits: { currencyFrom: C } }, c: C }           | <A>12.34</A><C>EUR</C>
            cents of a picked amount   | { a: { from: "A[@k='1']/V", minorUnits: { currencyFrom: C } }, c: C } | <C>EUR</C><A k="1"><V>12.34</V></A>
            a quantity times another   | a: { from: A, divide: 1000 }                                        | <A>1500</A>
            a sum                      | a: { from: A, add: -1 }                                             | <A>5</A>
            tokens                     | b: { from: B, boolean: { true: [J, X], false: [N, ""] } }           | <B>J</B>
            a day in two formats       | d: { from: D, date: [yyyyMMdd, dd.MM.yyyy] }                        | <D>20260131</D>
            a time of day              | t: { from: T, time: HHmmss }                                        | <T>093000</T>
            a local time               | t: { from: T, dateTime: { in: yyyyMMddHHmmss, zone: Europe/Berlin } } | <T>20260701120000</T>
            seconds                    | t: { from: T, dateTime: epoch-seconds }                             | <T>1719828000</T>
            a due day                  | d: { from: D, date: yyyyMMdd, shift: P14D }                         | <D>20260131</D>
            a default                  | { s: { from: S, default: open }, n: N }                             | <S>won</S><N>1</N>
            required                   | s: { from: S, required: true }                                      | <S>won</S>
            custom fields as keys      | c: { each: f/i, keyBy: k, pick: v, fields: { k: k, v: { from: v, integer: de } } } | <f><i><k>a</k><v>1</v></i><i><k>b</k><v>2</v></i></f>
            lists behind keys          | c: { each: i, groupBy: k, fields: { k: { from: "@k", hidden: true }, v: v } } | <i k="a"><v>1</v></i><i k="a"><v>2</v></i><i k="b"><v>3</v></i>
            one field of each          | c: { each: i, pick: v, fields: { v: v } }                           | <i><v>1</v></i><i><v>2</v></i>
            fixed entries              | p: { list: [{ fields: { t: { const: work }, n: W } }, { fields: { t: { const: fax }, n: F } }] } | <W>1</W><F>2</F>
            entries of two kinds       | p: { list: [{ each: P, fields: { t: { const: tel }, n: . } }, { object: X, fields: { t: { const: fax }, n: F } }] } | <P>1</P><P>2</P><X><F>3</F></X>
            characters exchanged       | s: { from: S, replace: { a: b, b: a } }                             | <S>abba</S>
            Base64                     | s: { from: S, base64: decode }                                      | <S>TcO8bGxlcg==</S>
            """)
    void comeBackAsTheyWere(String kind, String fields, String record) {
        Path there = Called.file(
                folder,
                "f.yaml",
                "records: .\nfields: "
                        + (fields.startsWith("{") ? fields : "{ " + fields + " }")
                        + "\noutput: json\nsample: r.xml\n");
        Called.file(folder, "r.xml", "<R>" + record + "</R>");

        Called reversed = Called.with("reverse", there);

        assertThat(reversed.err()).as(kind).doesNotContain("not turned round");
        Path back = folder.resolve("f-back.yaml");
        assertThat(Called.with("lint", "--strict", back).out()).isEmpty();
        assertThat(backAgain(there, back, "<R>" + record + "</R>")).isEqualTo("<R>" + record + "</R>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"codes.csv", "plain.csv", "codes.yaml"})
    void tablesInFilesComeBack(String table) {
        Called.file(folder, "codes.csv", "erp;crm\nD;DE\nA;AT\n");
        Called.file(folder, "plain.csv", "D;DE\nA;AT\n");
        Called.file(folder, "codes.yaml", "D: DE\nA: AT\n");
        String columns = table.equals("codes.csv") ? ", key: erp, value: crm" : "";
        Path there = Called.file(
                folder,
                "f.yaml",
                "records: .\nsample: r.xml\nfields: { c: { from: C, lookup: { file: " + table + columns + " } } }\n");
        Called.file(folder, "r.xml", "<R><C>A</C></R>");

        assertThat(Called.with("reverse", there).err()).isEmpty();

        assertThat(backAgain(there, folder.resolve("f-back.yaml"), "<R><C>A</C></R>"))
                .isEqualTo("<R><C>A</C></R>");
    }

    @Test
    void aTableInAFileThatIsNotOneToOneIsTold() {
        Called.file(folder, "codes.csv", "D,DE\nGER,DE\n");
        Path there = Called.file(
                folder, "f.yaml", "records: .\nfields: { n: N, c: { from: C, lookup: { file: codes.csv } } }\n");

        assertThat(Called.with("reverse", there).err())
                .contains("c: not turned round: the lookup is not one to one: 'D' and 'GER' both become 'DE'");
    }

    @Test
    void namespacesComeBackFromTheSchema() {
        Called.file(folder, "o.xsd", """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o" xmlns:p="urn:p" xmlns:o="urn:o">
                  <xs:import namespace="urn:p" schemaLocation="p.xsd"/>
                  <xs:element name="Order"><xs:complexType><xs:sequence>
                    <xs:element name="No" type="xs:string"/><xs:element ref="p:Party"/>
                  </xs:sequence></xs:complexType></xs:element></xs:schema>""");
        Called.file(folder, "p.xsd", """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:p" elementFormDefault="qualified">
                  <xs:element name="Party"><xs:complexType><xs:sequence>
                    <xs:element name="Name" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:schema>""");
        Path there = Called.file(
                folder,
                "f.yaml",
                "from: { xsd: o.xsd, pull: { records: Order } }\nfields: { name: Party/Name, no: No }\n");
        String order =
                "<n0:Order xmlns:n0=\"urn:o\" xmlns:n1=\"urn:p\"><No>1</No><n1:Party><n1:Name>Bo</n1:Name></n1:Party></n0:Order>";

        assertThat(Called.with("reverse", there).err()).isEmpty();

        Path back = folder.resolve("f-back.yaml");
        assertThat(Called.with("lint", "--strict", back).out()).isEmpty();
        assertThat(backAgain(there, back, order)).isEqualTo(order);
    }

    @Test
    void aPrefixInAPathIsWrittenWithItsNamespace() {
        Path there = Called.file(folder, "f.yaml", """
                records: .
                sample: r.xml
                namespaces: { c: "urn:common" }
                fields: { name: c:Party/c:Name, id: c:Party/@id }
                """);
        String record = "<R xmlns:c=\"urn:common\"><c:Party id=\"1\"><c:Name>Bo</c:Name></c:Party></R>";
        Called.file(folder, "r.xml", record);

        assertThat(Called.with("reverse", there).err()).isEmpty();

        assertThat(backAgain(there, folder.resolve("f-back.yaml"), record)).isEqualTo(record);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mappings/customers.yaml",
                "mappings/dolibarr-thirdparties.yaml",
                "src/test/resources/flows/customers.yaml"
            })
    void theExamplesOfTheFlowsMapTheSameAgain(String flow) {
        Called reversed = Called.with("reverse", Path.of(flow), "--out", folder.resolve("back.yaml"));

        assertThat(reversed.err()).containsPattern("[1-9]\\d* example records? taken there and back, 0 differences");
        assertThat(Called.with("lint", "--strict", folder.resolve("back.yaml")).out())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-decimal-comma",
                "05-datetime-zones",
                "21-default-nil-absent",
                "13-addresses-grouped-by-type",
                "17-nested-arrays",
                "26-big-numbers",
                "34-singleton-becomes-array",
                "44-name-value-list",
                "paths-07-fields-named-by-attribute",
                "structure-01-dotted-targets",
                "structure-03-sort-and-newest"
            })
    void theCasesMapTheSameAgain(String name) {
        Path given = Path.of("src/test/resources/cases", name);
        Path there = given.resolve("mapping.yaml");
        Path back = folder.resolve("back.yaml");

        Called reversed = Called.with("reverse", there, "--out", back);

        assertThat(Called.with("lint", "--strict", back).out()).isEmpty();
        RoundTrip trip = new RoundTrip(read(there).mapping(), read(back).mapping());
        FlowFile flow = read(there);
        new RecordFile(given.resolve("input.xml"))
                .each(String.valueOf(flow.records() == null ? "." : flow.records()), record -> {
                    Outputs outputs = trip.of(record, References.NONE).orElseThrow();
                    assertThat(TripDifference.of(outputs)).as(reversed.err()).isEmpty();
                });
    }

    @Test
    void namesThatXmlCannotCarryAreWrittenAsJson() {
        Path there = Called.file(folder, "f.yaml", "records: .\nfields: { a: \"'first name'/x\", b: \"'y.z'\" }\n");
        Path given = Called.file(folder, "r.json", "{\"first name\":{\"x\":\"1\"},\"y.z\":\"2\"}");

        assertThat(Called.with("reverse", there).err()).isEmpty();

        Path back = folder.resolve("f-back.yaml");
        assertThat(Called.with("lint", "--strict", back).out()).isEmpty();
        Path mapped =
                Called.file(folder, "m.json", Called.with("run", there, given).out());
        assertThat(Called.with("run", back, mapped).out().strip())
                .isEqualTo("{\"first name\":{\"x\":\"1\"},\"y.z\":\"2\"}");
    }

    private String backAgain(Path there, Path back, String record) {
        MappingResult mapped =
                read(there).mapping().map(new Payload(Payload.Format.XML, record.getBytes(StandardCharsets.UTF_8)));
        assertThat(mapped.errors()).isEmpty();
        MappingResult returned = read(back).mapping().map(Objects.requireNonNull(mapped.output()));
        assertThat(returned.errors()).as(mapped.output().text()).isEmpty();
        return Objects.requireNonNull(returned.output()).text();
    }

    private static FlowFile read(Path file) {
        return Objects.requireNonNull(FlowReader.anySystem().read(file, new Problems()));
    }
}
