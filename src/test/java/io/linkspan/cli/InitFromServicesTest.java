package io.linkspan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flow files begun from services as vendors publish them. */
class InitFromServicesTest {
    private static final Path START = Path.of("src/test/resources/start");

    @TempDir
    Path folder;

    @Test
    void aListAndItsDetailsFromTablesWithHeaders() throws IOException {
        assertThat(begin("sap.wsdl", "BAPI_SALESORDER_GETLIST", "--detail", "BAPI_SALESORDER_GETDETAIL"))
                .contains("flow: salesorder\n")
                .contains("        <SALES_ORDERS/>\n")
                .contains("records: BAPI_SALESORDER_GETLIST.Response/SALES_ORDERS/item\n")
                .contains("          <SALESDOCUMENT>${record.VBELN}</SALESDOCUMENT>\n")
                .contains("record: BAPI_SALESORDER_GETDETAIL.Response\n")
                .contains("# errors: { path: BAPI_SALESORDER_GETDETAIL.Response/RETURN/TYPE, good: [S, I, W, ''] }")
                .contains("key: ORDER_HEADER/VBELN\n")
                .contains("{ from: ORDER_HEADER/ERDAT, date: true }")
                .contains("{ from: ORDER_HEADER/ERZET, time: true }")
                .contains("# return.message: ")
                .contains("each: ORDER_ITEMS/item\n");
    }

    @Test
    void aListAndItsDetailsOfEncodedArraysInASession() throws IOException {
        assertThat(begin("magento.wsdl", "salesOrderList", "--detail", "salesOrderInfo"))
                .contains("flow: sales-order\n")
                .contains("<sessionId>${session}</sessionId>\n")
                .doesNotContain("system.key")
                .contains("<orderIncrementId>${record.increment_id}</orderIncrementId>\n")
                .contains("record: salesOrderInfoResponse/result\n")
                .contains("key: increment_id\n")
                .contains("each: items/item\n");
    }

    @Test
    void tellsOfAnOperationThatGivesTheDetails() {
        assertThat(init("magento.wsdl", "salesOrderList").err())
                .contains("--detail asks for each of them: salesOrderInfo");
    }

    @Test
    void pagesByTheLastRecordsKeyAndPairsCodesWithTheTargets() throws IOException {
        assertThat(begin(
                        "nav.wsdl",
                        "ReadMultiple",
                        "--target",
                        START.resolve("shop.yaml") + "#/components/schemas/Customer"))
                .contains("flow: customers\n")
                .contains("<bookmarkKey>${cursor}</bookmarkKey>\n        <setSize>${size}</setSize>")
                .contains("page: { size: 500, bookmark: Key }\n")
                .contains("  key: 'No'\n")
                .contains("upsert: PUT /customers/{externalId}\n")
                .contains("externalId:         { from: 'No', max: 20, required: true }\n")
                .contains("name:               { from: Name, max: 100, required: true }\n")
                .contains("{ from: Status, lookup: { Active: active, Lead: lead }, otherwise: fail }"
                        + "  # refused: On_Hold; left in the target: churned\n")
                .contains("{ from: Prices_Including_VAT, boolean: true }\n")
                .contains("{ from: Last_Date_Modified, date: true }\n");
    }

    @Test
    void anAbstractRecordIsOfTheTypeAPersonNames() throws IOException {
        Called open = init("platform/service.wsdl", "search");
        assertThat(open.exitCode()).isEqualTo(1);
        assertThat(open.err()).contains("name one by --type: Customer");

        assertThat(begin("platform/service.wsdl", "search", "--type", "Customer"))
                .contains("flow: customers\n")
                .contains("records: searchResponse/searchResult/recordList/record\n")
                .contains("# errors: { path: \"searchResponse/searchResult/status/@isSuccess\", good: [\"true\"] }")
                .contains("key: '@internalId'\n")
                .contains("subsidiary.name: ")
                .contains("isInactive: ");
    }

    @Test
    void nilIsWrittenAsNullWhereBothSidesKnowIt() throws IOException {
        assertThat(begin(
                        "articles.wsdl",
                        "ListArticles",
                        "--target",
                        START.resolve("shop.yaml") + "#/components/schemas/Article"))
                .contains("<Skip>${offset}</Skip>\n        <Take>${size}</Take>")
                .contains("description: { from: Description, max: 500, nil: null }\n")
                .contains("price:       { from: Price, decimal: true, nil: null }\n")
                .contains("{ from: Kind, lookup: { Goods: goods, Service: services }, otherwise: fail }\n")
                .contains("  # stock:\n");
    }

    @Test
    void followsImportsAndWritesAttributesAndTakesRecordsThatMayHoldMore() throws IOException {
        Path service = Called.file(folder, "service.wsdl", """
                <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:service">
                  <import namespace="urn:models" location="models.wsdl"/></definitions>""");
        Called.file(folder, "models.wsdl", """
                <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:m="urn:models" targetNamespace="urn:models">
                  <types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:models">
                    <xs:element name="ask"><xs:complexType><xs:sequence><xs:element name="account"><xs:complexType>
                      <xs:attribute name="user" use="required"/><xs:attribute name="country" use="required"/>
                      <xs:attribute name="remark"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
                    <xs:element name="answer"><xs:complexType><xs:sequence>
                      <xs:element name="responseStatus"><xs:complexType><xs:sequence>
                        <xs:element name="hit" maxOccurs="9"><xs:complexType><xs:sequence>
                          <xs:element name="text"/></xs:sequence></xs:complexType></xs:element>
                      </xs:sequence></xs:complexType></xs:element>
                      <xs:element name="model" maxOccurs="unbounded"><xs:complexType><xs:sequence>
                        <xs:element name="exchangeRate" type="xs:decimal"/><xs:any minOccurs="0"/></xs:sequence>
                        <xs:attribute name="id" type="xs:int"/></xs:complexType></xs:element>
                    </xs:sequence></xs:complexType></xs:element>
                  </xs:schema></types>
                  <message name="i"><part name="p" element="m:ask"/></message>
                  <message name="o"><part name="p" element="m:answer"/></message>
                  <portType name="p"><operation name="describeModels">
                    <input message="m:i"/><output message="m:o"/></operation></portType>
                </definitions>""");

        Called called = Called.with(
                "init", "--wsdl", service, "--operation", "describeModels", "--out", folder.resolve("flow.yaml"));

        assertThat(called.exitCode()).isZero();
        assertThat(Called.with("lint", "--strict", folder.resolve("flow.yaml")).out())
                .isEmpty();
        assertThat(Files.readString(folder.resolve("flow.yaml")))
                .contains("flow: models\n")
                .contains("<account user=\"${system.user}\" country=\"\"/>\n")
                .contains("records: answer/model\n")
                .contains("key: '@id'\n")
                .doesNotContain("version:");
    }

    @Test
    void tellsOfASchemaThatWouldBeTakenForAFlow() throws IOException {
        Path schema = Files.copy(START.resolve("shop.yaml"), folder.resolve("shop.yaml"));
        String component = "#/components/schemas/Article";

        assertThat(init("articles.wsdl", "ListArticles", "--target", schema + component)
                        .err())
                .contains("put it into a folder below");
        Files.delete(folder.resolve("flow.yaml"));
        assertThat(init("articles.wsdl", "ListArticles", "--target", START.resolve("shop.yaml") + component)
                        .err())
                .doesNotContain("put it into a folder below");
    }

    @Test
    void refusesATypeAndADetailThatAreNotThere() {
        assertThat(init("platform/service.wsdl", "search", "--type", "Custom").err())
                .contains("has no type 'Custom'")
                .contains("did you mean 'Customer'?");
        assertThat(init("magento.wsdl", "salesOrderList", "--detail", "salesOrderInf")
                        .err())
                .contains("did you mean 'salesOrderInfo'?");
    }

    private String begin(String wsdl, String operation, Object... more) throws IOException {
        assertThat(init(wsdl, operation, more).exitCode()).isZero();
        assertThat(Called.with("lint", "--strict", folder.resolve("flow.yaml")).out())
                .isEmpty();
        return Files.readString(folder.resolve("flow.yaml"));
    }

    private Called init(String wsdl, String operation, Object... more) {
        List<Object> all = new ArrayList<>(List.of(
                "init", "--wsdl", START.resolve(wsdl), "--operation", operation, "--out", folder.resolve("flow.yaml")));
        all.addAll(List.of(more));
        return Called.with(all.toArray());
    }
}
