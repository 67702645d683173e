package io.linkspan.system.soap;

import io.linkspan.system.settings.SystemSettings.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Wraps a request's body into an envelope of the system's version, with the HTTP headers that version asks for. */
final class Envelope {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

    private final boolean second;
    private final @Nullable UsernameTokenHeader security;

    Envelope(Protocol protocol, @Nullable UsernameTokenHeader security) {
        this.second = protocol == Protocol.SOAP_12;
        this.security = security;
    }

    /** The bytes to send. */
    byte[] wrap(String body) {
        String header = security == null ? "" : "<soap:Header>" + security.write("soap") + "</soap:Header>";
        String text =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"" + (second ? SOAP_12 : SOAP_11)
                        + "\">" + header + "<soap:Body>" + body.strip() + "</soap:Body></soap:Envelope>";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The headers that name content and action. */
    Map<String, String> headers(String action) {
        Map<String, String> headers = new LinkedHashMap<>();
        String quoted = "\"" + action.replace("\"", "") + "\"";
        if (second) {
            String named = action.isEmpty() ? "" : "; action=" + quoted;
            headers.put("Content-Type", "application/soap+xml; charset=utf-8" + named);
            headers.put("Accept", "application/soap+xml, text/xml");
        } else {
            headers.put("Content-Type", "text/xml; charset=utf-8");
            headers.put("Accept", "text/xml, application/soap+xml");
            headers.put("SOAPAction", quoted);
        }
        return headers;
    }
}
