package io.linkspan.sandbox.erp;

import static io.linkspan.sandbox.erp.ErpCaller.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.linkspan.sandbox.Caller;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class WsdlTest {
    private final SandboxErp erp = SandboxErp.start(ErpSettings.defaults());
    private final ErpCaller caller = new ErpCaller(erp);

    @AfterEach
    void stop() {
        caller.close();
        erp.close();
    }

    @Test
    void describesEveryAnswer() throws Exception {
        Schema schema = schema(wsdl());
        erp.delete("0000000003");
        for (String question : List.of(
                "<ListCustomers xmlns=\"urn:erp:v1\"><Size>2000</Size></ListCustomers>",
                "<GetCustomer xmlns=\"urn:erp:v1\"><CustomerNo>0000000001</CustomerNo></GetCustomer>",
                "<GetCustomer xmlns=\"urn:erp:v1\"><CustomerNo>nobody</CustomerNo></GetCustomer>",
                "<ListCustomerNumbers xmlns=\"urn:erp:v1\"/>",
                "<ListDeletedCustomers xmlns=\"urn:erp:v1\"/>",
                "<ListOrders xmlns=\"urn:erp:v1\"/>",
                "<GetOrder xmlns=\"urn:erp:v1\"><OrderNo>A-00000001</OrderNo></GetOrder>")) {
            Element body = (Element) caller.xml(envelope(question))
                    .getDocumentElement()
                    .getFirstChild()
                    .getFirstChild();
            assertThatCode(() -> schema.newValidator().validate(new DOMSource(body)))
                    .as(question)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void namesTheAddressItWasAskedAt() throws Exception {
        Element address = (Element) wsdl().getElementsByTagNameNS("http://schemas.xmlsoap.org/wsdl/soap/", "address")
                .item(0);
        assertThat(address.getAttribute("location")).isEqualTo(erp.soap().toString());
    }

    private Document wsdl() throws Exception {
        try (Caller plain = new Caller(erp.url())) {
            return ErpCaller.parsed(plain.call("GET", "/erp/soap?wsdl", ""));
        }
    }

    private static Schema schema(Document wsdl) throws Exception {
        var schema = wsdl.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                .item(0);
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new DOMSource(schema));
    }
}
