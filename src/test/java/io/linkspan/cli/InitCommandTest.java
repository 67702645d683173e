package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.flow.FlowFile;
import io.linkspan.flow.FlowReader;
import io.linkspan.mapping.MappingResult;
import io.linkspan.record.Payload;
import io.linkspan.yaml.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    private static final Path ERP = Path.of("src/main/resources/io/linkspan/sandbox/erp/erp.wsdl");
    private static final Path START = Path.of("src/test/resources/start");

    @TempDir
    Path folder;

    private Path flow;

    @BeforeEach
    void flowFile() {
        flow = folder.resolve("flow.yaml");
    }

    @Test
    void beginsAWholeFlowThatLintsFromAWsdl() throws IOException {
        Called called = init("--wsdl", ERP, "--operation", "ListOrders");

        assertThat(called.out()).isEqualTo("wrote " + flow + "\n");
        assertThat(called.exitCode()).isZero();
        assertLints();
        assertThat(Files.readString(flow))
                .contains("flow: orders\n")
                .contains("draft: true")
                .contains("<ChangedSince>${since}</ChangedSince>")
                .contains("records: ListOrdersResponse/Orders/Order\n")
                .contains("page: { size: 500, cursor: ListOrdersResponse/NextCursor }\n")
                .contains("since: { field: ChangedAt, overlap: 1m }\n")
                .contains("key: OrderNo\n")
                .contains("version: ChangedAt\n")
                .contains("upsert: PUT /orders/{orderNo}\n");
    }

    @Test
    void whatItBeginsMapsARecordAsItIs() {
        init("--wsdl", ERP, "--operation", "ListOrders");
        String order = """
                <Order rev="3"><OrderNo>A-1</OrderNo><CustomerNo>7</CustomerNo><ChangedAt>2026-01-02T03:04:05Z</ChangedAt>\
                <Lines><Line pos="1"><Sku>S</Sku><Quantity>2,5</Quantity></Line></Lines></Order>""";

        assertThat(mapped(order))
                .isEqualTo("{\"orderNo\":\"A-1\",\"customerNo\":\"7\",\"changedAt\":\"2026-01-02T03:04:05Z\","
                        + "\"lines\":[{\"sku\":\"S\",\"quantity\":\"2,5\",\"pos\":1}],\"rev\":3}");
    }

    @Test
    void takesTheTargetsNamesTypesAndCallWhereTheyAreAlike() throws IOException {
        init(
                "--wsdl",
                ERP,
                "--operation",
                "ListOrders",
                "--target",
                START.resolve("crm.yaml") + "#/components/schemas/Order");

        assertLints();
        assertThat(Files.readString(flow))
                .contains("upsert: PUT /v1/orders/{externalId}\n")
                .contains("externalId:     { from: OrderNo, max: 40, required: true }\n")
                .contains("customerNumber: CustomerNo\n")
                .contains(
                        "lookup: { open: open, shipped: shipped, cancelled: cancelled }, otherwise: fail }  # which codes")
                .contains("total:          { from: Total, decimal: true }\n")
                .contains("description: { from: Text, max: 80 }\n")
                .contains("  # orderedOn:      OrderedOn\n")
                .doesNotContain("  id:");
    }

    @Test
    void sendsNothingBeforeAPersonSaidWhereARequiredFieldComesFrom() {
        init(
                "--wsdl",
                ERP,
                "--operation",
                "ListOrders",
                "--target",
                START.resolve("crm.yaml") + "#/components/schemas/Order");

        MappingResult result = result("<Order><OrderNo>A-1</OrderNo><State>open</State></Order>");

        assertThat(result.output()).isNull();
        assertThat(result.errors())
                .singleElement()
                .satisfies(
                        error -> assertThat(error.field() + " " + error.code()).isEqualTo("title required"));
    }

    @Test
    void writesTheRequestOfAnOlderServiceWithItsNamespacesPagesAndCredentials() throws IOException {
        Called called = init("--wsdl", START.resolve("orders.wsdl"), "--operation", "findOrders");

        assertLints();
        assertThat(Files.readString(flow)).contains("""
                            soapAction: 'urn:shop#find'
                            # The request may also hold: warehouse
                            request: |
                              <n0:findOrders xmlns:n0="urn:shop:calls" xmlns:n2="urn:shop:types">
                                <login>
                                  <n2:user>${system.user}</n2:user>
                                  <n2:password>${system.password}</n2:password>
                                </login>
                                <query>
                                  <n2:modifiedSince>${since}</n2:modifiedSince>
                                  <n2:pageNo>${page}</n2:pageNo>
                                  <n2:pageSize>${size}</n2:pageSize>
                                </query>
                              </n0:findOrders>
                            records: findOrdersResponse/orders/order
                            page: { size: 500, number: 1 }
                        """);
        assertThat(called.err()).contains("linkspan.systems.erp to know 'password'");
    }

    @Test
    void listsEveryFieldAndHoldsBackWhatIsUnknownOrSecret() throws IOException {
        init("--wsdl", START.resolve("orders.wsdl"), "--operation", "findOrders");

        assertThat(Files.readString(flow))
                .contains("orderNo:              ORDER_NO\n")
                .contains("net:                  { from: net, decimal: true }\n")
                .contains("netCurrency:          net/@currency\n")
                .contains("paid:                 { from: paid, boolean: true }\n")
                .contains("due:                  { from: due, date: true }\n")
                .contains("tag:                  { each: tag }\n")
                .contains("buyer.email:          { from: buyer/EMail, sensitive: true }\n")
                .contains("  # buyer.portalPassword: buyer/portal_password\n")
                .contains("  # extra:                extra  # anything may stand there\n");
    }

    @Test
    void learnsFromAnXmlSampleAndFromJson() throws IOException {
        Path xml = Called.file(
                folder, "a.xml", "<Items><Item id=\"1\"><Name>Öl: 5 l</Name></Item><Item id=\"2\"/></Items>");
        Path json = Called.file(folder, "a.json", "[{\"id\":1,\"first name\":\"Bo\",\"ok\":true},{\"id\":2}]");

        assertThat(init("--sample", xml).exitCode()).isZero();
        assertLints();
        assertThat(Called.with("run", flow, xml).out())
                .isEqualTo("{\"id\":\"1\",\"name\":\"Öl: 5 l\"}\n{\"id\":\"2\"}\n");

        flow = folder.resolve("json.yaml");
        init("--sample", json, "--name", "people");
        assertLints();
        assertThat(Called.with("run", flow, json).out())
                .isEqualTo("{\"id\":1,\"firstName\":\"Bo\",\"ok\":true}\n{\"id\":2}\n");
    }

    @Test
    void takesASampleBesideAWsdlForAnExample() throws IOException {
        Path sample = Called.file(
                folder,
                "samples/orders.xml",
                "<ListOrdersResponse><Orders><Order><OrderNo>1</OrderNo></Order></Orders></ListOrdersResponse>");

        init("--wsdl", ERP, "--operation", "ListOrders", "--sample", sample);

        assertThat(Files.readString(flow))
                .endsWith("examples:\n  - given: samples/orders.xml\n    expect: samples/orders-orders.json\n");
        assertThat(Called.with("test", flow, "--update").exitCode()).isZero();
        assertThat(Called.with("test", flow).exitCode()).isZero();
    }

    @Test
    void saysWhatIsMissingAndNeverOverwrites() {
        assertThat(Called.with("init").err()).contains("say what to begin from");
        assertThat(Called.with("init", "--wsdl", ERP).err())
                .contains("--operation is missing")
                .contains("ListOrders");
        assertThat(Called.with("init", "--wsdl", ERP, "--operation", "ListOrder")
                        .err())
                .contains("did you mean 'ListOrders'?");
        Called.file(folder, "flow.yaml", "mine");
        Called again = init("--wsdl", ERP, "--operation", "ListOrders");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("is there already");
    }

    @Test
    void refusesAServiceWhoseTypesAreElsewhereAndSaysWhereToGetThem() {
        Path wsdl = Called.file(folder, "far.wsdl", """
                <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:t="urn:t" targetNamespace="urn:t">
                  <types><schema xmlns="http://www.w3.org/2001/XMLSchema">
                    <import namespace="urn:t" schemaLocation="http://far.example/types?xsd=1"/></schema></types>
                  <message name="in"/><message name="out"><part name="body" element="t:Answer"/></message>
                  <portType name="p"><operation name="get"><input message="t:in"/><output message="t:out"/></operation></portType>
                </definitions>""");

        Called called = init("--wsdl", wsdl, "--operation", "get");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err())
                .contains("not fetched: http://far.example/types?xsd=1")
                .contains("save it beside far.wsdl");
        assertThat(flow).doesNotExist();
    }

    private Called init(Object... args) {
        Object[] all = new Object[args.length + 3];
        all[0] = "init";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--out";
        all[args.length + 2] = flow;
        return Called.with(all);
    }

    private void assertLints() {
        Called lint = Called.with("lint", "--strict", flow);
        assertThat(lint.out()).isEmpty();
        assertThat(lint.exitCode()).isZero();
    }

    private String mapped(String record) {
        return Objects.requireNonNull(result(record).output()).text();
    }

    private MappingResult result(String record) {
        FlowFile file = Objects.requireNonNull(FlowReader.anySystem().read(flow, new Problems()));
        return file.mapping().map(new Payload(Payload.Format.XML, record.getBytes(StandardCharsets.UTF_8)));
    }
}
