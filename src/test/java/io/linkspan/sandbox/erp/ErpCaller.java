package io.linkspan.sandbox.erp;

import io.linkspan.sandbox.Caller;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Speaks SOAP by hand, and reads the answers with the JDK's own parser. */
final class ErpCaller implements AutoCloseable {
    private final Caller caller;

    ErpCaller(SandboxErp erp) {
        caller = new Caller(erp.url());
    }

    static String envelope(String body) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    static String list(String since, int size, String cursor) {
        return envelope("<ListCustomers xmlns=\"urn:erp:v1\"><ChangedSince>" + since + "</ChangedSince><Size>" + size
                + "</Size><Cursor>" + cursor + "</Cursor></ListCustomers>");
    }

    HttpResponse<byte[]> post(String envelope, String... headers) throws IOException {
        return caller.post("/erp/soap", envelope, headers);
    }

    Document xml(String envelope) throws Exception {
        return parsed(post(envelope));
    }

    static Document parsed(HttpResponse<byte[]> answer) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    static List<Element> all(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("urn:erp:v1", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    static String text(Element within, String name) {
        return within.getElementsByTagNameNS("urn:erp:v1", name).item(0).getTextContent();
    }

    static List<String> numbers(Document document) {
        return all(document, "CustomerNo").stream().map(Element::getTextContent).toList();
    }

    @Override
    public void close() {
        caller.close();
    }
}
