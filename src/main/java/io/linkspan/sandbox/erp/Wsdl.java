package io.linkspan.sandbox.erp;

import io.linkspan.sandbox.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of the endpoint, with the address by which it was asked for. */
final class Wsdl {
    private final String template;

    Wsdl() {
        try (InputStream file = Wsdl.class.getResourceAsStream("erp.wsdl")) {
            if (file == null) {
                throw new IllegalStateException("erp.wsdl is missing beside " + Wsdl.class);
            }
            template = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String text(Request request) {
        String host = request.header("host")
                .filter(name -> name.matches("[\\w.:\\[\\]-]+"))
                .orElse("localhost");
        return template.replace("${location}", "http://" + host + SoapStation.PATH);
    }
}
