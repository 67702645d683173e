package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReverseCommandTest {
    private static final Path FLOWS = Path.of("src/test/resources/flows");

    @TempDir
    Path folder;

    @Test
    void writesTheSourcesRecordAgainFromRenamesLookupsAndFormats() throws IOException {
        String order = """
                <Order rev="7"><No>A-1</No><State>O</State><Total>1234,50</Total><Due>20260131</Due><Paid>N</Paid>\
                <At>2026-07-01 12:30:00</At><Buyer><Name>Ada</Name></Buyer><Tags><Tag>x</Tag><Tag>y</Tag></Tags>\
                <Lines><Line no="1"><Sku>S</Sku></Line><Line no="2"><Sku>T</Sku></Line></Lines></Order>""";
        Path there = Called.file(folder, "orders.yaml", """
                records: Order
                fields:
                  lines: { each: Lines/Line, fields: { no: { from: '@no', integer: true }, sku: Sku } }
                  tags: { each: Tags/Tag }
                  buyer: { object: Buyer, fields: { fullName: Name } }
                  rev: '@rev'
                  head.number: No
                  head.state: { from: State, lookup: { O: open, C: closed } }
                  total: { from: Total, decimal: { locale: de, scale: 2 } }
                  due: { from: Due, date: yyyyMMdd }
                  paid: { from: Paid, boolean: { true: J, false: N } }
                  at: { from: At, dateTime: { in: "yyyy-MM-dd HH:mm:ss", zone: Europe/Berlin } }
                sample: order.xml
                """);
        Path given = Called.file(folder, "order.xml", order);

        Called reversed = Called.with("reverse", there);

        assertThat(reversed.exitCode()).isZero();
        assertThat(reversed.err()).isEmpty();
        Path back = folder.resolve("orders-back.yaml");
        assertThat(Called.with("lint", "--strict", back).out()).isEmpty();
        Path mapped = Called.file(
                folder, "mapped.json", Called.with("run", there, given).out());
        assertThat(Called.with("run", back, mapped).out().strip()).isEqualTo(order);
    }

    @Test
    void saysOfEachFieldWhyItDoesNotComeBack() {
        Path there = Called.file(folder, "f.yaml", """
                records: R
                fields:
                  id: Id
                  kind: { from: Kind, lookup: { A: x, B: x } }
                  name: { join: [Street, City] }
                  always: { const: 1 }
                  city: "Address[@type!='BILL']/City"
                  size: { expr: "id + '!'" }
                  digest: { from: Id, sha256: true }
                  twice: Id
                  mail: { from: Mail, trim: true, lower: true }
                  old: { each: Old, where: "n != ''", fields: { n: N } }
                  sum: { each: Old/N, decimal: true, sum: true }
                  joined: "Other[@id=$Id]/Name"
                  memo: //Memo
                  phones: { list: [Work, Fax] }
                  first: Old[1]/N
                """);

        Called reversed = Called.with("reverse", there);

        assertThat(reversed.err().lines().map(line -> line.replaceFirst(".*f.yaml:", "")))
                .containsExactly(
                        "4:3 kind: not turned round: the lookup is not one to one: 'A' and 'B' both become 'x'",
                        "5:3 name: not turned round: it is put together from several values, and nothing tells where one of them ends",
                        "6:3 always: not turned round: it is the same for every record",
                        "7:3 city: not turned round: 'Address[@type!='BILL']/City' picks elements by a condition that names no value to write",
                        "8:3 size: not turned round: it is computed",
                        "9:3 digest: not turned round: nothing takes 'sha256' back",
                        "10:3 twice: not turned round: 'Id' is written from another field already",
                        "11:3 mail: does not come back: what trim changed, what lower changed",
                        "12:3 old: does not come back: the entries that 'where' leaves out",
                        "13:3 sum: not turned round: 'sum' leaves one number of a list",
                        "14:3 joined: not turned round: 'Other[@id=$Id]/Name' picks elements by a comparison with another value",
                        "15:3 memo: not turned round: '//Memo' reads elements of any depth",
                        "16:3 phones: not turned round: nothing tells its entries apart where one is missing",
                        "17:3 first: not turned round: 'Old[1]/N' is written from another field already");
        Path back = folder.resolve("f-back.yaml");
        assertThat(Called.with("lint", "--strict", back).exitCode()).isZero();
        assertThat(back)
                .content()
                .contains(
                        "f.yaml:4:3: kind: the lookup is not one to one", "\n  # Kind: kind\n", "\n  # Street: name\n");
    }

    @Test
    void takesTheExamplesThereAndBack() {
        Called reversed = Called.with("reverse", FLOWS.resolve("customers.yaml"), "--out", folder.resolve("back.yaml"));

        assertThat(reversed.exitCode()).isZero();
        assertThat(reversed.err()).contains("1 example record taken there and back, 0 differences");
    }

    @Test
    void turnsAMappingThatWritesXmlRoundToo() {
        Path there = Called.file(folder, "party.yaml", """
                input: json
                output: { xml: Party, namespace: "urn:erp" }
                fields:
                  "@id": id
                  Name: name
                  Total: { fields: { "@currency": cur, "#text": total } }
                  Lines.Line: { each: lines, fields: { "@no": no, Sku: sku } }
                """);
        String party =
                "{\"id\":\"1\",\"name\":\"Bo\",\"cur\":\"EUR\",\"total\":\"7\",\"lines\":[{\"no\":\"1\",\"sku\":\"a\"}]}";
        Path given = Called.file(folder, "party.json", party);

        Called reversed = Called.with("reverse", there);

        assertThat(reversed.err()).isEmpty();
        Path back = folder.resolve("party-back.yaml");
        assertThat(Called.with("lint", "--strict", back).out()).isEmpty();
        Path mapped = Called.file(
                folder, "mapped.xml", Called.with("run", there, given).out());
        assertThat(Called.with("run", back, mapped).out().strip()).isEqualTo(party);
    }

    @Test
    void writesInTheOrderOfTheSourcesSchema() throws IOException {
        Path erp = Path.of("src/main/resources/io/linkspan/sandbox/erp/erp.wsdl");
        Path there = folder.resolve("orders.yaml");
        Called.with("init", "--wsdl", erp, "--operation", "ListOrders", "--out", there);
        Files.writeString(
                there, Files.readString(there).replace("  orderNo:    OrderNo\n", "") + "  orderNo: OrderNo\n");

        Called back = Called.with("reverse", there, "--out", "-");

        assertThat(back.out())
                .contains("output: { xml: Order, namespace: 'urn:erp:v1' }")
                .containsSubsequence("'@rev'", "OrderNo:", "CustomerNo:", "Total:", "Lines.Line:", "'@pos'", "Sku:");
    }

    @Test
    void refusesWhenNothingComesBackAndNeverOverwrites() {
        Path there = Called.file(folder, "f.yaml", "fields: { a: { const: 1 } }\n");
        Called nothing = Called.with("reverse", there);
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("can be turned round");

        Called.file(folder, "f-back.yaml", "mine");
        Called.file(folder, "f.yaml", "fields: { a: A }\n");
        assertThat(Called.with("reverse", there).exitCode()).isEqualTo(2);
    }
}
