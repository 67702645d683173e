package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LintCommandTest {
    private static final String FLOW = """
            records: R/Row
            sample: rows.xml
            to: { schema: "crm.yaml#/components/schemas/Company" }
            fields:
              id: { from: Id, max: 20 }
              name: { from: Name, max: 40 }
              size: { from: Size, integer: true }
              stage: { from: Stage, lookup: { A: customer, B: lead } }
              lines:
                each: Lines/Line
                fields: { no: "@no", text: { from: Text, max: 10 } }
            """;

    @TempDir
    Path folder;

    @Test
    void findsNothingInAGoodFile() {
        Called called = lint(FLOW);

        assertThat(called.out()).isEmpty();
        assertThat(called.err()).contains("1 file, 0 errors, 0 warnings");
        assertThat(called.exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void tellsWhatIsOddWithItsPlaceAndItsMend(String right, String wrong, String told, String mend) {
        Called called = lint(FLOW.replace(right, wrong));

        assertThat(called.out()).contains(told).contains(mend);
    }

    /** What stands in the good file, what is written instead, and what is told of it. */
    static Stream<Arguments> oddities() {
        return Stream.of(
                arguments("from: Name", "from: Nmae", "6:17 warning: 'Nmae' leads nowhere", "did you mean 'Name'?"),
                arguments("\"@no\"", "@no", "11:19 ", "a value that begins with @"),
                arguments("from: Text", "from: Text[1]", "11:", "stands in quotes within { }"),
                arguments("\"@no\"", "\"@nr\"", "11:19 warning: '@nr' leads nowhere", "did you mean '@no'?"),
                arguments(
                        "each: Lines/Line",
                        "each: Lnes/Line",
                        "10:11 warning: 'Lnes/Line' leads nowhere",
                        "did you mean 'Lines'?"),
                arguments("from: Text", "from: ../../Nme", "11:", "did you mean 'Name'?"),
                arguments("B: lead", "B: leed", "8:", "did you mean 'lead'?"),
                arguments(
                        "max: 40",
                        "max: 60",
                        "6:3 warning: 'name' may be longer than the 50 characters",
                        "write max: 50"),
                arguments(
                        "integer: true",
                        "trim: true",
                        "7:3 'size' is written as string, the target wants integer",
                        "add integer: true"),
                arguments("  name:", "  nmae:", "6:3 'nmae' is not in the target's schema", "did you mean 'name'?"),
                arguments("  id: { from: Id, max: 20 }", "  size: x", "'size' is written twice", "keep one of them"),
                arguments(
                        "  id: { from: Id, max: 20 }",
                        "  id: { coalesce: [{ const: 1 }, Id] }",
                        "5:",
                        "put the constant last"),
                arguments(
                        "  id: { from: Id, max: 20 }",
                        "  id: { from: Id, hidden: true }",
                        "'id' is hidden",
                        "leave the field out"),
                arguments(
                        "  id: { from: Id, max: 20 }",
                        "  stage2: Id",
                        "no field writes 'id', which the target requires",
                        "add it"),
                arguments("schemas/Company", "schemas/Compny", "3:", "has nothing at"),
                arguments("sample: rows.xml", "sample: rosw.xml", "2:", "write its name as seen from"),
                arguments(
                        "records: R/Row",
                        "records: R/Line",
                        "1:1 warning: source paths cannot be checked",
                        "knows no 'R/Line'"));
    }

    @Test
    void takesWarningsForErrorsWhenStrict() {
        Path flow = write(FLOW.replace("max: 40", "max: 60"));

        assertThat(Called.with("lint", flow).exitCode()).isZero();
        Called strict = Called.with("lint", "--strict", flow);
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.out()).doesNotContain("warning");
    }

    @Test
    void printsProblemsAsJsonForEditors() {
        Called called = Called.with("lint", "--format", "json", write("fields:\n  id: { form: Id }\n"));

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.out())
                .startsWith("[{\"file\":")
                .contains("\"line\":2,\"column\":9,\"severity\":\"error\"")
                .contains("did you mean 'from'?");
    }

    @Test
    void printsAnEmptyListWhenThereIsNothingToSay() {
        assertThat(Called.with("lint", "--format", "json", write(FLOW)).out()).isEqualTo("[]\n");
    }

    @Test
    void tellsTheProblemsOfAllFilesAtOnce() {
        Called.file(folder, "many/a.yaml", "fields: { a: { form: A } }\n");
        Called.file(folder, "many/b.yaml", "flow: b\nfields: { a: { form: A } }\n");
        Called.file(folder, "many/deeper/fragment.yaml", "not looked at: [\n");

        Called called = Called.with("lint", folder.resolve("many"));

        assertThat(called.out()).contains("a.yaml:1:").contains("b.yaml:2:").doesNotContain("fragment");
        assertThat(called.err()).contains("2 files");
    }

    @Test
    void refusesTwoFlowsOfOneName() {
        Path first = Called.file(folder, "a.yaml", "flow: same\nfields: { a: A }\n");
        Path second = Called.file(folder, "b.yaml", "flow: same\nfields: { a: A }\n");

        assertThat(Called.with("lint", first, second).out()).contains("b.yaml:1:7 flow 'same' is also in");
    }

    @Test
    void checksPathsAgainstAnXmlSchema() {
        Called.file(folder, "rows.xsd", """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
                  <xs:element name="R"><xs:complexType><xs:sequence>
                    <xs:element name="Row" type="t:Row" maxOccurs="unbounded"/>
                  </xs:sequence></xs:complexType></xs:element>
                  <xs:complexType name="Row"><xs:sequence>
                    <xs:element name="Id" type="xs:string"/>
                    <xs:element name="Parent" type="t:Row" minOccurs="0"/>
                  </xs:sequence><xs:attribute name="no" type="xs:int"/></xs:complexType>
                </xs:schema>
                """);

        Called called = lint("""
                from: { pull: { records: R/Row }, xsd: rows.xsd }
                fields: { a: Id, b: "@no", c: Parent/Id, d: Parent/Parent/Parent/Nothing, e: Di, f: "@on" }
                """);

        assertThat(called.out().lines()).hasSize(2);
        assertThat(called.out()).contains("did you mean 'Id'?").contains("did you mean '@no'?");
    }

    private Called lint(String flow) {
        return Called.with("lint", write(flow));
    }

    private Path write(String flow) {
        Called.file(folder, "rows.xml", """
                <R><Row><Id>1</Id><Name>x</Name><Size>3</Size><Stage>A</Stage>
                <Lines><Line no="1"><Text>t</Text></Line></Lines></Row></R>
                """);
        Called.file(folder, "crm.yaml", """
                components:
                  schemas:
                    Company:
                      allOf: [{ $ref: '#/components/schemas/Named' }]
                      type: object
                      additionalProperties: false
                      required: [id]
                      properties:
                        id: { type: string, maxLength: 20 }
                        size: { type: integer }
                        stage: { type: string, enum: [customer, lead] }
                        lines: { type: array, items: { type: object, properties: { no: {}, text: { maxLength: 10, type: string } } } }
                    Named: { properties: { name: { type: string, maxLength: 50 } } }
                """);
        return Called.file(folder, "flow.yaml", flow);
    }

    @Test
    void warnsOfAReferenceToAFlowThatIsNowhere() {
        Called.file(folder, "customers.yaml", "flow: customers\nfields: { a: A }\n");
        Path deals = Called.file(folder, "deals.yaml", """
                flow: deals
                from:
                  system: erp
                  pull: { operation: List, request: <List/>, records: R/x }
                  key: k
                to: { system: crm, upsert: 'PUT /d/{id}' }
                fields:
                  id: k
                  buyer: { from: c, reference: customer }
                  other: { from: c, reference: customers }
                """);

        assertThat(Called.with("lint", deals).out())
                .endsWith(
                        "deals.yaml:9:32 warning: no file beside this one holds a flow 'customer', so the record would wait"
                                + " for ever (did you mean 'customers'?)\n");
    }
}
